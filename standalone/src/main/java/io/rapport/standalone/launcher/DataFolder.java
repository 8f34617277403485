package io.rapport.standalone.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Base64;

/** Where one installation keeps its data. Open in one process at a time: the others are told so. */
final class DataFolder implements AutoCloseable {

    private static final int SECRET_BYTES = 32;

    private final Path folder;
    private final FileChannel lock;

    private DataFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** Opens a folder for this process alone; created when missing. */
    static DataFolder open(Path path) {
        var folder = path.toAbsolutePath().normalize();
        try {
            Files.createDirectories(folder);
            Files.createDirectories(folder.resolve("logs"));
            return new DataFolder(folder, lock(folder));
        } catch (IOException e) {
            throw new StartupException(
                    "The data folder " + folder + " cannot be read and written ("
                            + e.getClass().getSimpleName()
                            + "): choose another with --data, or change its owner or permissions.",
                    e);
        }
    }

    Path kafka() {
        return folder.resolve("kafka");
    }

    Path streams() {
        return folder.resolve("streams");
    }

    Path log() {
        return folder.resolve("logs").resolve("rapport.log");
    }

    /** The installation administrator's token: made once, the same at every start. */
    String adminToken() {
        return secret("admin-token");
    }

    /**
     * What e-mail addresses and erased handles are hashed with: made once, for another one would make strangers of the
     * people known, and let the erased back in.
     */
    String emailHashKey() {
        return secret("email-hash-key");
    }

    /** What tells others where this installation listens, while it runs. */
    PrivateFile connectionFile() {
        return new PrivateFile(folder.resolve(ConnectionInfo.FILE));
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new StartupException("The data folder " + folder + " cannot be released.", e);
        }
    }

    @Override
    public String toString() {
        return folder.toString();
    }

    private static FileChannel lock(Path folder) throws IOException {
        var channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // Held by this very process: told like any other holder.
        }
        channel.close();
        throw new StartupException("The data folder " + folder
                + " is in use by another Rapport: stop that one, or choose another folder with --data.");
    }

    private String secret(String name) {
        var file = folder.resolve(name);
        try {
            if (Files.exists(file)) {
                return Files.readString(file).strip();
            }
            var secret = newSecret();
            new PrivateFile(file).write(secret + "\n");
            return secret;
        } catch (IOException e) {
            throw new StartupException(
                    "The file " + file + " cannot be read and written: check its owner and permissions.", e);
        }
    }

    private static String newSecret() {
        var bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return "rpt_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
