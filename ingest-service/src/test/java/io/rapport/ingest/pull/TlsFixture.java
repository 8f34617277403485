package io.rapport.ingest.pull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** A key with a certificate of the address 127.0.0.1, which nothing but its own client trusts. */
final class TlsFixture {

    private static final char[] PASSWORD = "for this test".toCharArray();

    private final SSLContext context;

    /** Creates a key with the tool of the JDK. */
    TlsFixture(String subjectAlternativeName) {
        try {
            var folder = Files.createTempDirectory("rapport-tls");
            var store = folder.resolve("key.p12");
            generate(store, subjectAlternativeName);
            context = context(KeyStore.getInstance(store.toFile(), PASSWORD));
            Files.delete(store);
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Creates connections that trust the certificate, and those of the server that has it. */
    SSLSocketFactory sockets() {
        return context.getSocketFactory();
    }

    private static void generate(Path store, String name) throws IOException {
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var process = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "peer",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=peer",
                        "-ext",
                        "san=" + name,
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes());
        if (!Files.exists(store)) {
            throw new IllegalStateException("keytool failed: " + output);
        }
    }

    private static SSLContext context(KeyStore store) throws GeneralSecurityException {
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
