package io.vidgen.sandbox.internal.vendor;

import io.vidgen.sandbox.SpokenAudio;
import io.vidgen.sandbox.internal.books.Books;
import io.vidgen.sandbox.internal.limit.LimitDesk;
import io.vidgen.sandbox.internal.media.MediaTool;
import io.vidgen.sandbox.internal.media.Results;
import io.vidgen.sandbox.internal.media.SceneClips;
import io.vidgen.sandbox.internal.media.TalkingHeads;
import io.vidgen.sandbox.internal.media.Voices;
import io.vidgen.sandbox.internal.time.Dice;
import io.vidgen.sandbox.internal.time.SandboxClock;
import io.vidgen.sandbox.internal.time.Timers;
import java.math.BigDecimal;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What every imitation works with.
 *
 * @param clock the sandbox's time
 * @param dice ids and latencies from the seed
 * @param timers things to do later
 * @param books what was asked and charged
 * @param voices speech with the times of its words
 * @param spoken finds speech again
 * @param media ffmpeg
 * @param heads videos of talking faces
 * @param clips videos of scenes
 * @param results files under addresses that expire
 * @param limits what accounts may do in a minute and at once
 * @param keys which credentials are good
 * @param credits what every account holds at the start
 * @param spendLimit what Google lets a key spend in ten minutes, in USD; null for no limit
 * @param strict whether Google refuses what only some reports say it refuses
 * @param stranger address of another host, with a slash at its end
 * @param directory for files, gone when the sandbox closes
 */
public record Studio(
    SandboxClock clock,
    Dice dice,
    Timers timers,
    Books books,
    Voices voices,
    SpokenAudio spoken,
    MediaTool media,
    TalkingHeads heads,
    SceneClips clips,
    Results results,
    LimitDesk limits,
    Keys keys,
    BigDecimal credits,
    @Nullable BigDecimal spendLimit,
    boolean strict,
    String stranger,
    Path directory) {}
