package io.vidgen.rest.internal.http;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * OkHttp 5 tries several addresses of a host side by side, which takes a thread for each; here they
 * are tried one after the other on the caller's thread. OkHttp 4, which another library may have
 * put on the class path before ours, does so anyway and has no such switch: it is the one method of
 * ours that it lacks (docs/decisions/0017).
 */
final class FastFallback {
  private static final @Nullable MethodHandle SWITCH = find();

  private FastFallback() {}

  static OkHttpClient.Builder off(OkHttpClient.Builder builder) {
    if (SWITCH == null) {
      return builder;
    }
    try {
      return (OkHttpClient.Builder) SWITCH.invokeExact(builder, false);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("OkHttp refuses a setting", e);
    }
  }

  private static @Nullable MethodHandle find() {
    var builder = OkHttpClient.Builder.class;
    try {
      return MethodHandles.lookup()
          .findVirtual(builder, "fastFallback", MethodType.methodType(builder, boolean.class));
    } catch (NoSuchMethodException | IllegalAccessException e) {
      return null;
    }
  }
}
