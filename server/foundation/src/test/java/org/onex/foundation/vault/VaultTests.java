package org.onex.foundation.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onex.foundation.postgres.TestPostgres;
import org.springframework.jdbc.core.simple.JdbcClient;

class VaultTests {

    private static final String NUMBER = "999999200501010013";

    @TempDir
    private Path data;

    private Path keys;

    @BeforeEach
    void choose() {
        keys = data.resolve("keys");
    }

    @Test
    void opensAfterTheNextStartWhatItSealedBefore() throws IOException {
        var sealed = Vault.open(keys, "center", null).seal(NUMBER, "number of 1");
        assertThat(Vault.open(keys, "center", null).openText(sealed, "number of 1"))
                .isEqualTo(NUMBER);
    }

    @Test
    void whatIsSealedIsReadableNowhereAndNeverTheSameTwice() throws IOException {
        var vault = Vault.open(keys, "center", null);
        var sealed = vault.seal(NUMBER, "number of 1");
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain(NUMBER, NUMBER.substring(6, 14));
        assertThat(vault.seal(NUMBER, "number of 1")).isNotEqualTo(sealed);
    }

    @Test
    void opensNothingForSomebodyElse() throws IOException {
        var vault = Vault.open(keys, "center", null);
        var sealed = vault.seal(NUMBER, "number of 1");
        assertThatIllegalArgumentException().isThrownBy(() -> vault.open(sealed, "number of 2"));
        sealed[0] = 7;
        assertThatIllegalArgumentException().isThrownBy(() -> vault.open(sealed, "number of 1"));
        assertThatIllegalArgumentException().isThrownBy(() -> vault.open(new byte[1], "number of 1"));
    }

    @Test
    void hashesTheSameAgainButOtherwiseForAnotherPurposeOrVault() throws IOException {
        var vault = Vault.open(keys, "center", null);
        assertThat(Vault.open(keys, "center", null).hash(NUMBER, "number")).isEqualTo(vault.hash(NUMBER, "number"));
        assertThat(vault.hash(NUMBER, "phone")).isNotEqualTo(vault.hash(NUMBER, "number"));
        var other = Vault.open(data.resolve("elsewhere"), "center", null);
        assertThat(other.hash(NUMBER, "number")).isNotEqualTo(vault.hash(NUMBER, "number"));
    }

    @Test
    void anotherDataKeySealsWhatComesAndTheOldOneStillOpens() throws IOException {
        var before = Vault.open(keys, "center", null);
        var old = before.seal(NUMBER, "number");
        Vault.addDataKey(keys, "center", null);
        var after = Vault.open(keys, "center", null);
        assertThat(after.openText(old, "number")).isEqualTo(NUMBER);
        assertThat(after.seal(NUMBER, "number")).startsWith(0, 2);
        assertThatIllegalArgumentException().isThrownBy(() -> before.open(after.seal(NUMBER, "number"), "number"));
        assertThat(after.hash(NUMBER, "number")).isEqualTo(before.hash(NUMBER, "number"));
    }

    @Test
    void onlyTheirOwnerReadsTheKeys() throws IOException {
        Vault.open(keys, "center", null);
        for (var file : new Path[] {
            keys.resolve("center/data-1.key"), keys.resolve("center/hash.key"), keys.resolve("master.key")
        }) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys.resolve("center"))))
                .isEqualTo("rwx------");
    }

    @Nested
    class WithoutItsMasterKey {

        @Test
        void saysWhereItMustBePutInsteadOfMakingAnother() throws IOException {
            Vault.open(keys, "center", null);
            Files.delete(keys.resolve("master.key"));
            assertThatIllegalStateException()
                    .isThrownBy(() -> Vault.open(keys, "center", null))
                    .withMessageContaining("master.key")
                    .withMessageContaining("ONEX_MASTER_KEY");
        }

        @Test
        void opensWithTheOneOfTheEnvironment() throws IOException {
            var sealed = Vault.open(keys, "center", null).seal(NUMBER, "number");
            var master = Files.readString(keys.resolve("master.key"));
            Files.delete(keys.resolve("master.key"));
            assertThat(Vault.open(keys, "center", master).openText(sealed, "number"))
                    .isEqualTo(NUMBER);
        }

        @Test
        void refusesAnotherOneAndWhatIsNone() throws IOException {
            Vault.open(keys, "center", null);
            var other = DataKey.random().base64();
            assertThatIllegalStateException()
                    .isThrownBy(() -> Vault.open(keys, "center", other))
                    .withMessageContaining("does not open")
                    .withMessageNotContaining(other);
            assertThatIllegalStateException()
                    .isThrownBy(() -> Vault.open(keys, "center", "c2hvcnQ="))
                    .withMessageContaining("32 bytes");
        }
    }

    @Nested
    class BesideADatabase {

        @Test
        void acceptsItsOwnAgainAndRefusesTheKeysOfAnother() throws IOException {
            try (var database = TestPostgres.freshDatabase()) {
                var check = new KeyCheck(JdbcClient.create(database));
                check.require(Vault.open(keys, "center", null));
                check.require(Vault.open(keys, "center", null));
                Vault.addDataKey(keys, "center", null);
                check.require(Vault.open(keys, "center", null));
                var other = Vault.open(data.resolve("elsewhere"), "center", null);
                assertThatIllegalStateException()
                        .isThrownBy(() -> check.require(other))
                        .withMessageContaining("keys");
            }
        }
    }
}
