package io.vidgen.sandbox.internal.google;

import java.util.List;
import java.util.Map;

/**
 * Lines of dialogue in some languages: each beginning goes with each place, so that lines do not
 * repeat within a story.
 *
 * @param beginnings with {@code %s} for the place
 * @param places as they stand in a sentence
 */
record StoryWords(List<String> beginnings, List<String> places) {
  private static final StoryWords ENGLISH =
      words(
          "Good morning, I can see %s.|Come with me, we must reach %s.|Listen, somebody calls from"
              + " %s.|I have never been so close to %s.|Let us rest for a while near %s.|Now I know"
              + " the secret of %s.|At last we are home, far from %s.",
          "the harbour|the old bridge|the green hill|the quiet lake|the tall tower|the market"
              + " square|the deep forest|the garden gate");

  private static final Map<String, StoryWords> OTHERS =
      Map.of(
          "fr",
          words(
              "Bonjour, je vois d\u00E9j\u00E0 %s.|Viens avec moi, cherchons %s.|\u00C9coute, quelqu'un traverse"
                  + " %s.|Je n'ai jamais oubli\u00E9 %s.|Maintenant, je connais %s.",
              "le port|la colline verte|le vieux pont|la grande tour|le jardin secret|la for\u00EAt"),
          "de",
          words(
              "Guten Morgen, ich sehe schon %s.|Komm mit, wir suchen %s.|H\u00F6r mal, dort hinten ist"
                  + " %s.|Ich denke oft an %s.|Jetzt kenne ich %s.",
              "die Br\u00FCcke|die Insel|die alte M\u00FChle|die stille Bucht|die Stadt|die Burg"),
          "es",
          words(
              "Buenos d\u00EDas, ya veo %s.|Ven conmigo, buscamos %s.|Escucha, alguien cruza %s.|Nunca"
                  + " olvid\u00E9 %s.|Ahora conozco %s.",
              "el puerto|la colina verde|el puente viejo|la torre alta|el jard\u00EDn|el bosque"),
          "ru",
          words(
              "\u0414\u043E\u0431\u0440\u043E\u0435 \u0443\u0442\u0440\u043E, \u044F \u0432\u0438\u0436\u0443 %s.|\u041F\u043E\u0439\u0434\u0451\u043C \u0438\u0441\u043A\u0430\u0442\u044C %s.|\u042F \u043F\u043E\u043C\u043D\u044E %s.|\u0422\u0435\u043F\u0435\u0440\u044C \u044F \u0437\u043D\u0430\u044E %s.",
              "\u043C\u043E\u0440\u0435|\u0441\u0442\u0430\u0440\u044B\u0439 \u043C\u043E\u0441\u0442|\u0442\u0438\u0445\u043E\u0435 \u043E\u0437\u0435\u0440\u043E|\u0433\u043E\u0440\u043E\u0434|\u043B\u0435\u0441"),
          "ar",
          words(
              "\u0635\u0628\u0627\u062D \u0627\u0644\u062E\u064A\u0631\u060C \u0623\u0631\u0649 %s.|\u062A\u0639\u0627\u0644 \u0645\u0639\u064A \u0646\u0628\u062D\u062B \u0639\u0646 %s.|\u0627\u0644\u0622\u0646 \u0623\u0639\u0631\u0641 %s.|\u0623\u062A\u0630\u0643\u0631 %s.",
              "\u0627\u0644\u0628\u062D\u0631|\u0627\u0644\u0645\u062F\u064A\u0646\u0629|\u0627\u0644\u062C\u0633\u0631 \u0627\u0644\u0642\u062F\u064A\u0645|\u0627\u0644\u063A\u0627\u0628\u0629|\u0627\u0644\u0628\u0631\u062C"),
          "zh",
          words(
              "\u65E9\u4E0A\u597D\uFF0C\u6211\u770B\u89C1\u4E86%s\u3002|\u8DDF\u6211\u4E00\u8D77\u53BB\u627E%s\u5427\u3002|\u6211\u8FD8\u8BB0\u5F97%s\u3002|\u73B0\u5728\u6211\u61C2\u4E86%s\u3002",
              "\u5927\u6D77|\u8001\u6865|\u9752\u5C71|\u5C0F\u57CE|\u68EE\u6797"),
          "ja",
          words(
              "\u304A\u306F\u3088\u3046\u3001%s\u304C\u898B\u3048\u308B\u3088\u3002|\u4E00\u7DD2\u306B%s\u3092\u63A2\u305D\u3046\u3002|%s\u3092\u899A\u3048\u3066\u3044\u308B\u3088\u3002|\u3084\u3063\u3068%s\u304C\u308F\u304B\u3063\u305F\u3002",
              "\u6D77|\u53E4\u3044\u6A4B|\u7DD1\u306E\u4E18|\u753A|\u68EE"));

  private static StoryWords words(String beginnings, String places) {
    return new StoryWords(List.of(beginnings.split("\\|", -1)), List.of(places.split("\\|", -1)));
  }

  /** English for languages that it does not have. */
  static StoryWords of(String language) {
    return OTHERS.getOrDefault(language, ENGLISH);
  }

  static StoryWords english() {
    return ENGLISH;
  }

  /** A line of dialogue; so many numbers as there are pairs give different ones. */
  String line(int number, int shift) {
    int beginning = number % beginnings.size();
    int round = number / beginnings.size();
    return beginnings.get(beginning).replace("%s", place(beginning + round + shift));
  }

  /** A place. */
  String place(int number) {
    return places.get(Math.floorMod(number, places.size()));
  }
}
