package io.rapport.messaging.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class NativeCompressionTest {

    @Test
    void classesOfAnExecutableJarUseItAfterItIsLoaded() throws Exception {
        try (var jar = classesOutsideOfTheClassPath()) {
            var load = jar.loadClass(NativeCompression.class.getName()).getDeclaredMethod("load");
            load.setAccessible(true);
            assertThat(implementation(jar)).contains("Java");

            load.invoke(null);

            assertThat(implementation(jar)).contains("JNI");
        }
    }

    /** What Kafka's clients use. */
    private static String implementation(ClassLoader classes) throws ReflectiveOperationException {
        return classes.loadClass("net.jpountz.lz4.LZ4Factory")
                .getMethod("fastestInstance")
                .invoke(null)
                .toString();
    }

    private static URLClassLoader classesOutsideOfTheClassPath() {
        var classPath = System.getProperty("java.class.path").split(System.getProperty("path.separator"));
        return new URLClassLoader(
                Arrays.stream(classPath).map(NativeCompressionTest::url).toArray(URL[]::new),
                ClassLoader.getPlatformClassLoader());
    }

    private static URL url(String path) {
        try {
            return Path.of(path).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
