package io.rapport.standalone.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Base64;

/** The data folder of an installation. Locked by one process at a time; opening it in another one fails. */
final class DataFolder implements AutoCloseable {

    private static final int SECRET_BYTES = 32;

    private final Path folder;
    private final FileChannel lock;

    private DataFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** Opens and locks a folder; creates it if it is missing. */
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

    /** The administrator's token; created at the first start. */
    String adminToken() {
        return secret("admin-token");
    }

    /**
     * The secret key of hashes of e-mail addresses and erased handles; created at the first start. With another key known people
     * are not recognised, and erased people are no longer suppressed.
     */
    String emailHashKey() {
        return secret("email-hash-key");
    }

    /** The key that secrets of connections are encrypted with; created at the first start. Without it they have to be set again. */
    String secretsKey() {
        return secret("secrets-key");
    }

    /** The file with the addresses of the running installation. */
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
            // Locked by this process: reported like a lock of another one.
        }
        channel.close();
        throw new StartupException("The data folder " + folder
                + " is in use by another Rapport: stop it, or choose another folder with --data.");
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
