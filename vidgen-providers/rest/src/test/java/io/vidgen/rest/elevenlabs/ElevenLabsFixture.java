package io.vidgen.rest.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vidgen.error.VidgenException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A desk that is open during a test. */
abstract class ElevenLabsFixture {
  ElevenLabsDesk desk;

  @BeforeEach
  void open() throws Exception {
    desk = new ElevenLabsDesk();
  }

  @AfterEach
  void close() {
    desk.close();
  }

  static VidgenException failure(ThrowingCallable call) {
    var thrown = catchThrowableOfType(VidgenException.class, call);
    assertThat(thrown).isNotNull();
    return thrown;
  }
}
