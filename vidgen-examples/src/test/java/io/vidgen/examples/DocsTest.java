package io.vidgen.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every Java block of the documentation stands between tags in code that is compiled and run. */
class DocsTest {
  private static final Path ROOT = Places.root();

  @TestFactory
  Stream<DynamicTest> javaBlock_inEveryPage_standsInTestedCode() throws IOException {
    var known = regions();
    return pages().stream()
        .map(
            page ->
                DynamicTest.dynamicTest(
                    ROOT.relativize(page).toString(),
                    () -> {
                      for (var block : blocks(page)) {
                        assertThat(known).as("code blocks of tested sources").contains(block);
                      }
                    }));
  }

  @Test
  void links_inEveryPage_leadToFiles() throws IOException {
    var broken = new ArrayList<String>();
    for (var page : pages()) {
      var links =
          java.util.regex.Pattern.compile("\\]\\((?!https?:|#)([^)#]+)")
              .matcher(Files.readString(page))
              .results()
              .map(m -> m.group(1))
              .toList();
      for (var link : links) {
        if (!Files.exists(page.resolveSibling(link))) {
          broken.add(ROOT.relativize(page) + " -> " + link);
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  private static List<Path> pages() throws IOException {
    var pages = new ArrayList<>(List.of(ROOT.resolve("README.md")));
    try (var docs = Files.walk(ROOT.resolve("docs"))) {
      docs.filter(p -> p.toString().endsWith(".md")).sorted().forEach(pages::add);
    }
    return pages;
  }

  private static List<String> blocks(Path page) throws IOException {
    var blocks = new ArrayList<String>();
    StringBuilder block = null;
    for (var line : Files.readAllLines(page)) {
      if (block == null && line.strip().equals("```java")) {
        block = new StringBuilder();
      } else if (block != null && line.strip().equals("```")) {
        blocks.add(normal(block.toString()));
        block = null;
      } else if (block != null) {
        block.append(line).append('\n');
      }
    }
    return blocks;
  }

  private static List<String> regions() throws IOException {
    var regions = new ArrayList<String>();
    try (var sources = Files.walk(ROOT)) {
      for (var source :
          sources
              .filter(p -> p.toString().endsWith(".java") && !p.toString().contains("/target/"))
              .toList()) {
        addRegions(Files.readAllLines(source), regions);
      }
    }
    return regions;
  }

  private static void addRegions(List<String> lines, List<String> regions) {
    StringBuilder region = null;
    for (var line : lines) {
      if (line.strip().startsWith("// tag::")) {
        region = new StringBuilder();
      } else if (region != null && line.strip().startsWith("// end::")) {
        regions.add(normal(region.toString()));
        region = null;
      } else if (region != null) {
        region.append(line).append('\n');
      }
    }
  }

  private static String normal(String code) {
    return code.stripTrailing()
        .stripIndent()
        .lines()
        .map(String::stripTrailing)
        .collect(Collectors.joining("\n"))
        .strip();
  }
}
