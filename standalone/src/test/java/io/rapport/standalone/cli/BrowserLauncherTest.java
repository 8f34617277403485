package io.rapport.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrowserLauncherTest {

    private static final String LINK = "http://127.0.0.1:8080/agencies/demo#token=rpt_secret";

    @TempDir
    Path folder;

    @Test
    void theLinkIsInAFileOfItsOwnerAndNotInAnArgument() throws IOException {
        var launched = folder.resolve("launched");
        for (var name : new String[] {"xdg-open", "open"}) {
            var program = Files.writeString(
                    folder.resolve(name),
                    "#!/bin/sh\necho \"$@\" > %s.new && mv %s.new %s\n".replace("%s", "" + launched));
            Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        }
        var path = folder + ":" + System.getenv("PATH");

        try (var browser = BrowserLauncher.in(folder, Map.of("PATH", path, "DISPLAY", ":0"))) {
            assertThat(browser.open(LINK)).isTrue();
            await().until(() -> Files.exists(launched));

            var file = Path.of(Files.readString(launched).strip());
            assertThat(file).hasParentRaw(folder.toAbsolutePath()).content().contains("url=" + LINK + "\"");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }

        assertThat(folder.resolve("open.html")).doesNotExist();
    }

    @Test
    void nothingIsOpenedWithoutADesktopOrItsCommand() {
        assertThat(open(Map.of("PATH", "/usr/bin:/bin"))).isFalse();
        assertThat(open(Map.of("PATH", folder.toString(), "DISPLAY", ":0"))).isFalse();
        assertThat(folder).isEmptyDirectory();
    }

    private boolean open(Map<String, String> environment) {
        try (var browser = BrowserLauncher.in(folder, environment)) {
            return browser.open(LINK);
        }
    }
}
