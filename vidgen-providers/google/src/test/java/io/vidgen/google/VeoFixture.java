package io.vidgen.google;

import io.vidgen.testkit.FakeCallContext;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A Google of its own for each test, and a call to make there. */
abstract class VeoFixture {
  FakeGoogle google;
  FakeCallContext context;

  @BeforeEach
  void start() throws IOException {
    google = new FakeGoogle();
    context = FakeCallContext.create();
  }

  @AfterEach
  void stop() {
    context.close();
    google.close();
  }
}
