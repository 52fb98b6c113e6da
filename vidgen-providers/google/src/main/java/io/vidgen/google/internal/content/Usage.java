package io.vidgen.google.internal.content;

import com.google.genai.types.GenerateContentResponse;
import com.google.genai.types.GenerateContentResponseUsageMetadata;
import com.google.genai.types.MediaModality;
import com.google.genai.types.ModalityTokenCount;
import java.util.List;
import java.util.Optional;

/**
 * The tokens that an answer says it is billed for.
 *
 * @param input what was sent
 * @param output what was answered, thoughts included
 * @param besidePicture those of the output that are no picture
 */
public record Usage(long input, long output, long besidePicture) {

  /**
   * What an answer says.
   *
   * @param response the answer
   * @return its usage; empty when it says nothing
   */
  public static Optional<Usage> of(GenerateContentResponse response) {
    return response.usageMetadata().filter(u -> u.promptTokenCount().isPresent()).map(Usage::read);
  }

  private static Usage read(GenerateContentResponseUsageMetadata usage) {
    long input = count(usage.promptTokenCount()) + count(usage.toolUsePromptTokenCount());
    long thoughts = count(usage.thoughtsTokenCount());
    long text =
        usage.candidatesTokensDetails().stream()
            .flatMap(List::stream)
            .filter(Usage::isText)
            .mapToLong(part -> count(part.tokenCount()))
            .sum();
    return new Usage(input, count(usage.candidatesTokenCount()) + thoughts, text + thoughts);
  }

  private static boolean isText(ModalityTokenCount part) {
    return part.modality().filter(m -> m.knownEnum() == MediaModality.Known.TEXT).isPresent();
  }

  private static long count(Optional<Integer> tokens) {
    return Math.max(0, tokens.orElse(0));
  }
}
