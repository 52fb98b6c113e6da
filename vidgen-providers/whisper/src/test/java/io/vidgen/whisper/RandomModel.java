package io.vidgen.whisper;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

/**
 * Makes a model in the shape of the tiny one, but narrow, whose weights are dice: what it hears is
 * nonsense in words of all scripts, in answers that are real. The vocabulary is that of one of
 * whisper.cpp's own test models.
 */
final class RandomModel {
  private static final int WIDTH = 96;
  private static final int LAYERS = 4;
  private static final int HEADS = 6;
  private static final int MOMENTS = 1500;
  private static final int CONTEXT = 448;
  private static final int BANDS = 80;

  private final Random dice;
  private final OutputStream out;

  private RandomModel(long seed, OutputStream out) {
    this.dice = new Random(seed);
    this.out = out;
  }

  static Path make(Path emptyModel, Path file, long seed) throws IOException {
    var empty = Files.readAllBytes(emptyModel);
    var header = ByteBuffer.wrap(empty).order(ByteOrder.LITTLE_ENDIAN);
    int vocabulary = header.getInt(4);
    header.putInt(12, WIDTH).putInt(16, HEADS).putInt(20, LAYERS);
    header.putInt(28, WIDTH).putInt(32, HEADS).putInt(36, LAYERS).putInt(44, 0);
    try (var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
      out.write(Arrays.copyOf(empty, vocabularyEnd(header)));
      new RandomModel(seed, out).tensors(vocabulary);
    }
    return file;
  }

  private static int vocabularyEnd(ByteBuffer model) {
    int at = 48 + 8 + 4 * model.getInt(48) * model.getInt(52);
    int tokens = model.getInt(at);
    at += 4;
    for (int i = 0; i < tokens; i++) {
      at += 4 + model.getInt(at);
    }
    return at;
  }

  private void tensors(int vocabulary) throws IOException {
    tensor("encoder.positional_embedding", 0.5, WIDTH, MOMENTS);
    tensor("encoder.conv1.weight", 0.3, 3, BANDS, WIDTH);
    tensor("encoder.conv1.bias", 0.1, 1, WIDTH);
    tensor("encoder.conv2.weight", 0.2, 3, WIDTH, WIDTH);
    tensor("encoder.conv2.bias", 0.1, 1, WIDTH);
    norm("encoder.ln_post");
    tensor("decoder.positional_embedding", 0.5, WIDTH, CONTEXT);
    tensor("decoder.token_embedding.weight", 0.3, WIDTH, vocabulary);
    norm("decoder.ln");
    for (int i = 0; i < LAYERS; i++) {
      block("encoder.blocks." + i + ".");
      block("decoder.blocks." + i + ".");
      norm("decoder.blocks." + i + ".cross_attn_ln");
      attention("decoder.blocks." + i + ".cross_attn.");
    }
  }

  private void block(String name) throws IOException {
    norm(name + "mlp_ln");
    tensor(name + "mlp.0.weight", 0.2, WIDTH, 4 * WIDTH);
    tensor(name + "mlp.0.bias", 0.05, 4 * WIDTH);
    tensor(name + "mlp.2.weight", 0.2, 4 * WIDTH, WIDTH);
    tensor(name + "mlp.2.bias", 0.05, WIDTH);
    norm(name + "attn_ln");
    attention(name + "attn.");
  }

  private void attention(String name) throws IOException {
    for (var part : new String[] {"query", "key", "value", "out"}) {
      tensor(name + part + ".weight", 0.2, WIDTH, WIDTH);
      if (!part.equals("key")) {
        tensor(name + part + ".bias", 0.05, WIDTH);
      }
    }
  }

  private void norm(String name) throws IOException {
    header(name + ".weight", WIDTH);
    var ones = ByteBuffer.allocate(4 * WIDTH).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < WIDTH; i++) {
      ones.putFloat(1);
    }
    out.write(ones.array());
    tensor(name + ".bias", 0, WIDTH);
  }

  private void tensor(String name, double scale, int... sizes) throws IOException {
    header(name, sizes);
    int count = Arrays.stream(sizes).reduce(1, (a, b) -> a * b);
    var values = ByteBuffer.allocate(4 * count).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < count; i++) {
      values.putFloat((float) (scale * (2 * dice.nextFloat() - 1)));
    }
    out.write(values.array());
  }

  private void header(String name, int... sizes) throws IOException {
    var bytes = name.getBytes(StandardCharsets.US_ASCII);
    var head = ByteBuffer.allocate(12 + 4 * sizes.length).order(ByteOrder.LITTLE_ENDIAN);
    head.putInt(sizes.length).putInt(bytes.length).putInt(0);
    for (int size : sizes) {
      head.putInt(size);
    }
    out.write(head.array());
    out.write(bytes);
  }
}
