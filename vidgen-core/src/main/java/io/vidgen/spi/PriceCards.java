package io.vidgen.spi;

import io.vidgen.error.Problem;
import io.vidgen.error.VidgenException;
import io.vidgen.internal.codec.Json;
import io.vidgen.money.PriceCard;
import io.vidgen.money.Rate;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
 * <p>A card without {@code asOf} never ages, and none may be of a day to come; {@code source} says
 * where it was read; {@code currency} is that of ISO 4217, USD by default. A rate has {@code unit},
 * a word of {@link io.vidgen.money.PriceUnit}, and {@code amount}, up to 999,999,999 with up to 18
 * decimals, and may have {@code per} (1, 1000 or 1000000), {@code model}, {@code tier}, {@code
 * condition} and {@code since} (a day). Other fields are refused: a word that is spelt wrongly must
 * not change a price. For the same reason a pipeline refuses a tier or condition, by its exact
 * letters, that the card in the provider's jar does not have, and logs a warning for a model that
 * it does not have.
 */
public final class PriceCards {
  /** Where a provider's jar keeps its card, with the id of the provider and {@code .json} after. */
  public static final String FOLDER = "META-INF/vidgen/prices/";

  private static final int LARGEST = 1 << 20;

  private PriceCards() {}

  /**
   * The card that a provider's jar brings, at {@link #FOLDER}. It has every tier and condition that
   * the provider looks for: a pipeline refuses others in the user's prices.
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
      var card = read(PriceReader.ofAnyDay(id + ".json"), text(in)).get(id);
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
    } catch (CharacterCodingException e) {
      throw unreadable(file, "is not in UTF-8", "save it in UTF-8");
    } catch (IOException e) {
      throw unreadable(file, "cannot be read: " + e, "name a file of price cards in UTF-8");
    }
    return read(PriceReader.until(LocalDate.now(ZoneOffset.UTC), String.valueOf(file)), text);
  }

  private static VidgenException unreadable(Path file, String what, String remedy) {
    return VidgenException.invalid("prices", List.of(Problem.error(file.toString(), what, remedy)));
  }

  private static Map<String, PriceCard> read(PriceReader reader, String text) {
    var cards = reader.cards(text);
    if (!reader.problems().isEmpty()) {
      throw VidgenException.invalid("prices", reader.problems());
    }
    return cards;
  }

  /**
   * Says why a price is not known: what is not in which card, and what to do.
   *
   * @param what what has no price, such as {@code veo-4 at 720p}
   * @param card the card in which it was looked for
   * @param setting the provider's own setting for prices, such as {@code vidgen.veo.usd-per-second}
   * @return a sentence for {@link io.vidgen.money.Price.Unknown}
   */
  public static String missing(String what, PriceCard card, String setting) {
    var source = card.source().isEmpty() ? "the prices in use" : "the prices of " + card.source();
    return "no price of "
        + what
        + " is in "
        + source
        + ": add it to prices of your own (VideoPipelineBuilder.prices, "
        + "vidgen.prices), or set "
        + setting;
  }

  /**
   * Writes cards so that {@link #read} reads them.
   *
   * @param cards cards by provider
   * @return JSON, a list of cards
   * @throws IllegalArgumentException if a file of them could not be read: an amount has more digits
   *     than it may, a text is longer than 200 characters, or an id is blank
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
    var json = Json.writePretty(list);
    var reader = PriceReader.ofAnyDay("cards");
    reader.cards(json);
    if (!reader.problems().isEmpty()) {
      throw new IllegalArgumentException("cannot be written: " + reader.problems());
    }
    return json;
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
