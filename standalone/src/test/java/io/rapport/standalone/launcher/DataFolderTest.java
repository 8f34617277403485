package io.rapport.standalone.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    Path temporary;

    @Test
    void aFolderIsLockedByOneProcess() {
        var path = temporary.resolve("data");
        try (var first = DataFolder.open(path)) {
            assertThatExceptionOfType(StartupException.class)
                    .isThrownBy(() -> DataFolder.open(path))
                    .withMessageContaining(first.toString())
                    .withMessageContaining("in use");
        }
        DataFolder.open(path).close();
    }

    @Test
    void secretsAreKeptAndReadableByTheOwnerOnly() throws Exception {
        var path = temporary.resolve("data");
        String token;
        try (var folder = DataFolder.open(path)) {
            token = folder.adminToken();
            assertThat(token).matches("rpt_[A-Za-z0-9_-]{43}").isNotEqualTo(folder.emailHashKey());
        }
        try (var again = DataFolder.open(path)) {
            assertThat(again.adminToken()).isEqualTo(token);
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path.resolve("admin-token"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aPathThatIsAFileIsRefused() throws Exception {
        var file = Files.createFile(temporary.resolve("file"));

        assertThatExceptionOfType(StartupException.class)
                .isThrownBy(() -> DataFolder.open(file.resolve("data")))
                .withMessageContaining("cannot be read and written");
    }
}
