package io.vidgen.internal.job;

import io.vidgen.internal.captioned.CaptionedProduction;
import io.vidgen.internal.narrated.NarratedProduction;
import io.vidgen.internal.story.StoryProduction;
import io.vidgen.internal.talking.AvatarProduction;
import io.vidgen.internal.talking.LipSyncProduction;
import io.vidgen.internal.video.Lowering;
import io.vidgen.internal.video.Production;
import io.vidgen.internal.video.Toolbox;
import io.vidgen.job.Avatar;
import io.vidgen.job.Captioned;
import io.vidgen.job.LipSync;
import io.vidgen.job.Narrated;
import io.vidgen.job.Story;
import io.vidgen.job.VideoRequest;

/** Who makes which kind of request. */
final class Productions {
  private Productions() {}

  static Production of(VideoRequest request, Toolbox tools, Lowering lowering) {
    if (request instanceof Narrated narrated) {
      return new NarratedProduction(narrated, tools, lowering);
    } else if (request instanceof Avatar avatar) {
      return new AvatarProduction(avatar, tools);
    } else if (request instanceof LipSync lipSync) {
      return new LipSyncProduction(lipSync, tools);
    } else if (request instanceof Captioned captioned) {
      return new CaptionedProduction(captioned, tools);
    } else if (request instanceof Story story) {
      return new StoryProduction(story, tools, lowering);
    }
    throw new IllegalArgumentException("no way to make " + request.getClass());
  }
}
