package io.vidgen.internal.job;

import io.vidgen.event.RenderEvent;
import io.vidgen.event.RenderListener;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands events to listeners; a listener that throws is warned about once and never hurts a job. */
final class EventSink implements Consumer<RenderEvent> {
  private static final Logger LOG = LoggerFactory.getLogger(EventSink.class);

  private final List<RenderListener> listeners;
  private final Set<RenderListener> blamed = ConcurrentHashMap.newKeySet();

  EventSink(List<RenderListener> listeners) {
    this.listeners = List.copyOf(listeners);
  }

  @Override
  public void accept(RenderEvent event) {
    for (var listener : listeners) {
      try {
        listener.on(event);
      } catch (RuntimeException | Error e) {
        if (blamed.add(listener)) {
          LOG.warn("A listener failed; the render goes on without telling again", e);
        }
      }
    }
  }
}
