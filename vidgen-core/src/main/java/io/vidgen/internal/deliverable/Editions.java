package io.vidgen.internal.deliverable;

import io.vidgen.internal.captioned.CaptionedProduction;
import io.vidgen.internal.narrated.NarratedProduction;
import io.vidgen.internal.story.StoryProduction;
import io.vidgen.internal.talking.AvatarProduction;
import io.vidgen.internal.talking.LipSyncProduction;
import io.vidgen.internal.video.Edition;
import io.vidgen.internal.video.FittedShots;
import io.vidgen.internal.video.Lowering;
import io.vidgen.internal.video.Production;
import io.vidgen.internal.video.Toolbox;
import io.vidgen.job.Avatar;
import io.vidgen.job.Captioned;
import io.vidgen.job.Deliverable;
import io.vidgen.job.LipSync;
import io.vidgen.job.Narrated;
import io.vidgen.job.Story;
import io.vidgen.job.VideoRequest;
import io.vidgen.model.Script;
import io.vidgen.model.VideoFormat;
import io.vidgen.subtitle.CaptionStyle;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes the deliverables of each kind of request. */
final class Editions {
  private Editions() {}

  static Production production(
      VideoRequest request, Deliverable output, Toolbox tools, Lowering lowering) {
    if (request instanceof Narrated base) {
      return narrated(base, output, tools, lowering);
    } else if (request instanceof Story base) {
      var changed = changed(base, output);
      var edition = edition(output, base.format(), changed.format());
      return new StoryProduction(base, changed, output.script(), edition, tools, lowering);
    } else if (request instanceof Avatar base) {
      return avatar(base, output, tools);
    } else if (request instanceof LipSync base) {
      return lipSync(base, output, tools);
    } else if (request instanceof Captioned base) {
      return new CaptionedProduction(base, tools);
    }
    throw new IllegalArgumentException("no way to make " + request.getClass());
  }

  private static Edition edition(Deliverable output, VideoFormat from, VideoFormat to) {
    var made = from.equals(to) ? null : FittedShots.usual(from, to);
    return new Edition(output.fit(), made, output.teaser(), output.posterAt());
  }

  private static VideoFormat format(Deliverable output, VideoFormat base) {
    return output.format() == null ? base : output.format();
  }

  private static @Nullable CaptionStyle captions(Deliverable output, @Nullable CaptionStyle base) {
    return !output.captioned() ? null : output.captions() == null ? base : output.captions();
  }

  /** The name of a voice is one of a language, unless the user says otherwise. */
  private static @Nullable String voice(Deliverable output, Script base, @Nullable String voice) {
    var script = output.script();
    if (output.voice() != null) {
      return output.voice();
    }
    return script == null || script.language().equals(base.language()) ? voice : null;
  }

  private static Production narrated(
      Narrated base, Deliverable output, Toolbox tools, Lowering lowering) {
    var format = format(output, base.format());
    var changed =
        new Narrated(
            Objects.requireNonNullElse(output.script(), base.script()),
            format,
            base.quality(),
            voice(output, base.script(), base.voice()),
            base.speed(),
            captions(output, base.captions()),
            base.captionOptions(),
            base.music(),
            base.musicLicence(),
            base.musicGainDb(),
            base.transition(),
            base.lead(),
            base.pause(),
            base.silentScene(),
            base.style(),
            base.characters(),
            base.takes());
    var edition = edition(output, base.format(), format);
    return new NarratedProduction(changed, base, edition, tools, lowering);
  }

  private static Story changed(Story base, Deliverable output) {
    var builder = base.toBuilder().format(format(output, base.format()));
    var captions = captions(output, base.captions());
    if (captions == null) {
      builder.withoutCaptions();
    } else {
      builder.captions(captions);
    }
    var script = base.script();
    var voice = script == null ? base.voice() : voice(output, script, base.voice());
    return (voice == null ? builder.defaultVoice() : builder.voice(voice)).build();
  }

  private static Production avatar(Avatar base, Deliverable output, Toolbox tools) {
    var format = format(output, base.format());
    var changed =
        new Avatar(
            Objects.requireNonNullElse(output.script(), base.script()),
            base.face(),
            base.presenter(),
            base.character(),
            voice(output, base.script(), base.voice()),
            base.speed(),
            base.avatarVoice(),
            base.speech(),
            format,
            base.quality(),
            captions(output, base.captions()),
            base.captionOptions(),
            base.music(),
            base.musicLicence(),
            base.musicGainDb(),
            base.transition(),
            base.lead(),
            base.pause(),
            base.takes());
    return new AvatarProduction(changed, talking(output), tools);
  }

  /** A face is best seen whole: its clips are fitted in as in every video of a face. */
  private static Edition talking(Deliverable output) {
    return new Edition(output.fit(), null, output.teaser(), output.posterAt());
  }

  private static Production lipSync(LipSync base, Deliverable output, Toolbox tools) {
    var changed =
        new LipSync(
            base.face(),
            base.text(),
            base.language(),
            base.voice(),
            base.speed(),
            base.speech(),
            format(output, base.format()),
            base.quality(),
            captions(output, base.captions()),
            base.captionOptions(),
            base.title(),
            base.take());
    return new LipSyncProduction(changed, talking(output), tools);
  }
}
