package io.vidgen.rest.internal.whisper;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.model.TimingSource;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Every shape of answer that servers are known to give, and what is sent to them. */
class WhisperShapesTest extends MockWhisper {

  @Test
  void openAi_wordsAtTheTop_areTheWords() throws Exception {
    var result =
        hosted(
            "{'task':'transcribe','language':'english','duration':5.0,'text':'Hello world.',"
                + "'words':[{'word':'Hello','start':0.1,'end':0.5},"
                + "{'word':'world','start':0.5,'end':1.0}],"
                + "'segments':[{'id':0,'start':0.0,'end':1.0,'text':' Hello world.'}]}");

    assertThat(texts(result)).containsExactly("Hello", "world");
    assertThat(result.words().get(1).start()).isEqualTo(Duration.ofMillis(500));
    assertThat(result.words()).allMatch(w -> w.source() == TimingSource.RECOGNISED);
    assertThat(result.language()).isEqualTo(Locale.ENGLISH);
  }

  @Test
  void openAi_request_asksForSegmentsThenWordsInBrackets() throws Exception {
    hosted("{'text':'','words':[]}");

    var sent = server.takeRequest();
    var body = sent.getBody().utf8();
    assertThat(sent.getTarget()).isEqualTo("/v1/audio/transcriptions");
    assertThat(sent.getHeaders().get("Authorization")).isEqualTo("Bearer " + KEY);
    assertThat(body.indexOf("segment\r\n")).isBetween(1, body.indexOf("word\r\n"));
    assertThat(body.split("name=\"timestamp_granularities\\[]\"", -1)).hasSize(3);
    assertThat(body)
        .contains("filename=\"file-1.wav\"")
        .contains("name=\"model\"")
        .contains("verbose_json")
        .contains("name=\"language\"");
  }

  @Test
  void openAi_durationAsTextAndNoWords_spreadsSegments() throws Exception {
    var result =
        hosted(
            "{'language':'en','duration':'5.0','text':'One two. Three.','words':null,"
                + "'segments':[{'start':'0.0','end':'2.0','text':' One two.'},"
                + "{'start':2.5,'end':4.0,'text':' Three.'}]}");

    assertThat(texts(result)).containsExactly("One", "two.", "Three.");
    assertThat(result.words()).allMatch(w -> w.source() == TimingSource.INTERPOLATED);
    assertThat(result.words().get(2).start()).isEqualTo(Duration.ofMillis(2500));
    assertThat(result.words().get(1).end()).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void openAi_textAlone_isSpreadOverTheRecording() throws Exception {
    var result = hosted("{'text':'Only text here.'}");

    assertThat(texts(result)).containsExactly("Only", "text", "here.");
    assertThat(result.words().get(2).end()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void speaches_leadingSpacesAndPunctuation_areWords() throws Exception {
    var result =
        own(
            "{'language':'en','duration':5.0,'text':'Well, it works!','words':["
                + "{'word':' Well,','start':0.0,'end':0.4,'probability':0.9},"
                + "{'word':' it','start':0.5,'end':0.6,'probability':0.9},"
                + "{'word':' works!','start':0.6,'end':1.2,'probability':0.9}],'segments':[]}");

    assertThat(texts(result)).containsExactly("Well,", "it", "works!");
  }

  @Test
  void whisperCpp_tokensInSegments_becomeWords() throws Exception {
    var result =
        cpp(
            "{'task':'transcribe','language':'english','duration':5.0,'text':' That\\'s it.\\n',"
                + "'segments':[{'id':0,'text':' That\\'s unbeliev','start':0.0,'end':1.0,'words':["
                + "{'word':' That','start':0.0,'end':0.2,'t_dtw':-1,'probability':0.9},"
                + "{'word':'\\'s','start':0.2,'end':0.3,'t_dtw':-1,'probability':0.9},"
                + "{'word':' unbeliev','start':0.4,'end':0.8,'t_dtw':-1}],"
                + "'avg_logprob':null},"
                + "{'id':1,'text':'able.','start':0.8,'end':1.4,'words':["
                + "{'word':'able','start':0.8,'end':1.2,'t_dtw':4711},"
                + "{'word':'.','start':1.2,'end':1.4,'t_dtw':-1}]},"
                + "{'id':2,'text':'','start':1.4,'end':2.0}]}");

    assertThat(texts(result)).startsWith("That's").doesNotContain(".");
    assertThat(result.words().get(0).end()).isEqualTo(Duration.ofMillis(300));
    assertThat(String.join("", texts(result))).isEqualTo("That'sunbelievable.");
  }

  @Test
  void whisperCpp_request_isForItsOwnPathAndParameters() throws Exception {
    cpp("{'text':'','segments':[]}");

    var sent = server.takeRequest();
    assertThat(sent.getTarget()).isEqualTo("/inference");
    assertThat(sent.getHeaders().get("Authorization")).isNull();
    assertThat(sent.getBody().utf8())
        .contains("split_on_word")
        .contains("no_language_probabilities")
        .contains("verbose_json")
        .doesNotContain("timestamp_granularities");
  }

  @Test
  void whisperCpp_chineseTokens_stayAlone() throws Exception {
    var result =
        cpp(
            "{'language':'chinese','duration':5.0,'segments':[{'text':'你好世界。','start':0,'end':2,"
                + "'words':[{'word':'你好','start':0,'end':0.5},{'word':'世','start':0.5,'end':0.8},"
                + "{'word':'界','start':0.8,'end':1.2},{'word':'。','start':1.2,'end':1.3}]}]}");

    assertThat(texts(result)).containsExactly("你好", "世", "界。");
  }

  @Test
  void whisperCpp_markersAndBlankAudio_areNoWords() throws Exception {
    var result =
        cpp(
            "{'segments':[{'text':' [BLANK_AUDIO]','start':0,'end':5,'words':["
                + "{'word':'[_BEG_]','start':0,'end':0},{'word':' [','start':0,'end':1},"
                + "{'word':'BL','start':1,'end':2},{'word':'ANK','start':2,'end':3},"
                + "{'word':'_AUDIO','start':3,'end':4},{'word':']','start':4,'end':5},"
                + "{'word':'[_TT_250]','start':5,'end':5}]}]}");

    assertThat(result.words()).isEmpty();
  }

  @Test
  void anyServer_oddTimes_areBroughtIntoOrder() throws Exception {
    var result =
        own(
            "{'text':'a b c d e f','words':[{'word':' aa','start':-1,'end':0.2},"
                + "{'word':' bb','start':0.5,'end':0.9},{'word':' cc','start':'NaN','end':null},"
                + "{'word':' dd','start':0.6,'end':0.4},{'word':' ee','start':2.0,'end':99.0},"
                + "{'word':' ff','start':7.0,'end':8.0}]}");

    assertThat(texts(result)).containsExactly("aa", "bb", "cc", "dd", "ee");
    var before = Duration.ZERO;
    for (var word : result.words()) {
      assertThat(word.start()).isGreaterThanOrEqualTo(before);
      assertThat(word.end()).isLessThanOrEqualTo(Duration.ofSeconds(5));
      before = word.start();
    }
    assertThat(result.words().get(2).source()).isEqualTo(TimingSource.INTERPOLATED);
  }

  @Test
  void anyServer_unknownLanguage_isFoundOutAndRead() throws Exception {
    server.enqueue(json("{'language':'german','text':'','words':[]}"));
    server.enqueue(json("{'language':'klingon','text':'','words':[]}"));
    var provider = hostedProvider();

    assertThat(WhisperCalls.transcribe(provider, audio, null, context).language())
        .isEqualTo(Locale.GERMAN);
    assertThat(WhisperCalls.transcribe(provider, audio, null, context).language().getLanguage())
        .isEmpty();
    assertThat(server.takeRequest().getBody().utf8()).doesNotContain("name=\"language\"");
  }

  @Test
  void shape_listsModels_isOpenAi() throws Exception {
    server.enqueue(json("{'object':'list','data':[]}"));
    server.enqueue(json("{'text':'hi','words':[]}"));
    server.enqueue(json("{'text':'hi','words':[]}"));
    var provider = WhisperCalls.provider("WHISPER_URL", address());

    WhisperCalls.transcribe(provider, audio, Locale.ENGLISH, context);
    WhisperCalls.transcribe(provider, audio, Locale.ENGLISH, context);

    assertThat(server.takeRequest().getTarget()).isEqualTo("/v1/models");
    assertThat(server.takeRequest().getTarget()).isEqualTo("/v1/audio/transcriptions");
    assertThat(server.takeRequest().getTarget()).isEqualTo("/v1/audio/transcriptions");
  }

  @Test
  void shape_fileNotFound_isWhisperCpp() throws Exception {
    server.enqueue(text(404, "File Not Found (/v1/models)"));
    server.enqueue(json("{'text':'hi','segments':[]}"));
    var provider = WhisperCalls.provider("WHISPER_URL", address());

    WhisperCalls.transcribe(provider, audio, Locale.ENGLISH, context);

    server.takeRequest();
    assertThat(server.takeRequest().getTarget()).isEqualTo("/inference");
  }

  @Test
  void recording_mp3_isSentAsItIs() throws Exception {
    server.enqueue(json("{'text':'','words':[]}"));
    var mp3 = context.input(("ID3" + "x".repeat(2000)).getBytes(), "audio/*");

    WhisperCalls.transcribe(hostedProvider(), mp3, Locale.ENGLISH, context);

    assertThat(server.takeRequest().getBody().utf8())
        .contains("file-1.mp3")
        .contains("x".repeat(2000));
  }
}
