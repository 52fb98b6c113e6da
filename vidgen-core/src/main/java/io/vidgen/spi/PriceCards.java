package io.vidgen.spi;

import io.vidgen.error.Problem;
import io.vidgen.error.VidgenException;
import io.vidgen.internal.codec.Json;
import io.vidgen.money.PriceCard;
import io.vidgen.money.Rate;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes files of price cards: JSON, one card or a list of cards.
 *
 * <pre>{@code
 * {
 *   "provider": "veo",
 *   "asOf": "2026-09-19",
 *   "source": "ai.google.dev/gemini-api/docs/pricing",
 *   "currency": "USD",
 *   "rates": [
 *     {"model": "veo-3.1-generate-preview", "tier": "720p", "unit": "second", "amount": "0.40"}
 *   ]
 * }
 * }</pre>
 *
 * <p>A card without {@code asOf} never ages; {@code source} says where it was read; {@code
 * currency} is that of ISO 4217, USD by default. A rate has {@code unit}, a word of {@link
 * io.vidgen.money.PriceUnit}, and {@code amount}, and may have {@code per} (1, 1000 or 1000000),
 * {@code model}, {@code tier}, {@code condition} and {@code since} (a day). Other fields are
 * refused: a word that is spelt wrongly must not change a price.
 */
public final class PriceCards {
  /** Where a provider's jar keeps its card, with the id of the provider and {@code .json} after. */
  public static final String FOLDER = "META-INF/vidgen/prices/";

  private static final int LARGEST = 1 << 20;

  private PriceCards() {}

  /**
   * The card that a provider's jar brings, at {@link #FOLDER}.
   *
   * @param provider a class of the jar
   * @param id id of the provider
   * @return the card
   * @throws IllegalStateException if there is none in the jar: a mistake of its packaging
   * @throws VidgenException if it cannot be read
   */
  public static PriceCard builtIn(Class<?> provider, String id) {
    var name = "/" + FOLDER + id + ".json";
    try (InputStream in = provider.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(
            name + " is not beside " + provider.getName() + ": its jar was packed without it");
      }
      var card = read(id + ".json", text(in)).get(id);
      if (card == null) {
        throw new IllegalStateException(name + " is the card of another provider");
      }
      return card;
    } catch (IOException e) {
      throw new IllegalStateException(name + " cannot be read", e);
    }
  }

  /**
   * Reads a file.
   *
   * @param file one card or a list of them, up to 1 MiB of UTF-8
   * @return the cards by provider, in the order of the file
   * @throws VidgenException with everything that is wrong: file, line, field and what to do
   */
  public static Map<String, PriceCard> read(Path file) {
    String text;
    try (InputStream in = Files.newInputStream(file)) {
      text = text(in);
    } catch (IOException e) {
      throw VidgenException.invalid(
          "prices",
          List.of(
              Problem.error(
                  file.toString(), "cannot be read: " + e, "name a file of price cards in UTF-8")));
    }
    return read(String.valueOf(file), text);
  }

  private static Map<String, PriceCard> read(String file, String text) {
    var reader = new PriceReader(file);
    var cards = reader.cards(text);
    if (!reader.problems().isEmpty()) {
      throw VidgenException.invalid("prices", reader.problems());
    }
    return cards;
  }

  /**
   * Writes cards so that {@link #read} reads them.
   *
   * @param cards cards by provider
   * @return JSON, a list of cards
   */
  public static String write(Map<String, PriceCard> cards) {
    var list = new ArrayList<Map<String, Object>>();
    for (var entry : cards.entrySet()) {
      var card = entry.getValue();
      var node = new LinkedHashMap<String, Object>();
      node.put("provider", entry.getKey());
      put(node, "asOf", card.asOf());
      node.put("source", card.source());
      node.put("currency", card.currency().getCurrencyCode());
      node.put("rates", card.rates().stream().map(PriceCards::rate).toList());
      list.add(node);
    }
    return Json.writePretty(list);
  }

  private static Map<String, Object> rate(Rate rate) {
    var node = new LinkedHashMap<String, Object>();
    put(node, "model", rate.model());
    put(node, "tier", rate.tier());
    put(node, "condition", rate.condition());
    node.put("unit", rate.unit().word());
    node.put("per", rate.per());
    node.put("amount", rate.amount().amount().toPlainString());
    put(node, "since", rate.since());
    return node;
  }

  private static void put(Map<String, Object> node, String name, @Nullable Object value) {
    if (value != null && !value.toString().isEmpty()) {
      node.put(name, value.toString());
    }
  }

  private static String text(InputStream in) throws IOException {
    var bytes = in.readNBytes(LARGEST + 1);
    if (bytes.length > LARGEST) {
      throw new IOException("it has more than 1 MiB");
    }
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }
}
