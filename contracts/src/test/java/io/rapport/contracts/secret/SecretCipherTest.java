package io.rapport.contracts.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SecretCipherTest {

    private static final String FIRST = "the first key of the installation";
    private static final String SECOND = "the second key of the installation";

    private final AtomicInteger nonces = new AtomicInteger();

    @Test
    void aSecretIsReadWithItsContextOnly() {
        var cipher = cipher(FIRST);
        var encrypted = cipher.encrypt("nord|facebook|appSecret", "søkrit");

        assertThat(cipher.decrypt("nord|facebook|appSecret", encrypted)).isEqualTo("søkrit");
        assertThatThrownBy(() -> cipher.decrypt("nord|other|appSecret", encrypted))
                .isInstanceOf(SecretUnreadableException.class);
    }

    @Test
    void theCipherTextNamesItsKeyAndIsDifferentEachTime() {
        var cipher = cipher(FIRST);

        assertThat(cipher.encrypt("c", "secret"))
                .startsWith("v1." + SecretKeyRing.parse(FIRST).newestId().orElseThrow() + ".")
                .doesNotContain("secret")
                .isNotEqualTo(cipher.encrypt("c", "secret"));
    }

    @Test
    void anOlderKeyOfTheRingStillDecryptsAndTheNewestEncrypts() {
        var old = cipher(FIRST).encrypt("c", "secret");
        var rotated = cipher(SECOND + "," + FIRST);

        assertThat(rotated.decrypt("c", old)).isEqualTo("secret");
        assertThat(cipher(SECOND).decrypt("c", rotated.encrypt("c", "secret"))).isEqualTo("secret");
    }

    @Test
    void aMissingKeyIsNamedInTheMessage() {
        var encrypted = cipher(FIRST).encrypt("c", "secret");

        assertThatThrownBy(() -> cipher(SECOND).decrypt("c", encrypted))
                .hasMessageContaining(SecretKeyRing.parse(FIRST).newestId().orElseThrow());
        assertThatThrownBy(() -> cipher("").encrypt("c", "secret")).hasMessageContaining("RAPPORT_SECRETS_KEY");
    }

    @Test
    void aChangedCipherTextIsRefused() {
        var cipher = cipher(FIRST);
        var encrypted = cipher.encrypt("c", "secret");
        var end = encrypted.length() - 5;
        var changed =
                encrypted.substring(0, end) + (encrypted.charAt(end) == 'A' ? 'B' : 'A') + encrypted.substring(end + 1);

        for (var text :
                Arrays.asList(changed, encrypted.substring(0, 20), "", "v1", "v2." + encrypted, "v1..", "v1.x.%")) {
            assertThatThrownBy(() -> cipher.decrypt("c", text)).isInstanceOf(SecretUnreadableException.class);
        }
    }

    @Test
    void aShortKeyIsRefusedAndKeysAreNeverPrinted() {
        assertThatIllegalArgumentException().isThrownBy(() -> SecretKeyRing.parse("short"));
        assertThat(SecretKeyRing.parse(FIRST)).asString().doesNotContain("first");
    }

    private SecretCipher cipher(String keys) {
        return new SecretCipher(SecretKeyRing.parse(keys), () -> {
            var nonce = new byte[SecretCipher.NONCE_BYTES];
            nonce[0] = (byte) nonces.incrementAndGet();
            return nonce;
        });
    }
}
