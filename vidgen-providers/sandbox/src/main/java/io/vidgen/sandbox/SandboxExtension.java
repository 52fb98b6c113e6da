package io.vidgen.sandbox;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a {@link Sandbox} to tests that have a parameter of this type, and closes it. A parameter
 * of a test method gets one of its own; one of a constructor or {@code @BeforeAll} method is shared
 * by the whole class.
 */
public final class SandboxExtension implements ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(SandboxExtension.class);

  private final UnaryOperator<SandboxBuilder> choices;

  /** For {@code @ExtendWith}: the defaults of {@link SandboxBuilder}. */
  public SandboxExtension() {
    this(builder -> builder);
  }

  private SandboxExtension(UnaryOperator<SandboxBuilder> choices) {
    this.choices = choices;
  }

  /**
   * For {@code @RegisterExtension}.
   *
   * @param choices what to choose
   * @return the extension
   */
  public static SandboxExtension with(UnaryOperator<SandboxBuilder> choices) {
    return new SandboxExtension(choices);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Sandbox.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    // JUnit closes what is AutoCloseable in its stores
    return context
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(
            Sandbox.class, key -> choices.apply(Sandbox.builder()).start(), Sandbox.class);
  }
}
