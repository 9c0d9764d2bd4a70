package org.onex.center.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onex.foundation.postgres.TestPostgres;
import org.onex.foundation.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The centre's key in a real database: one for all, and worth nothing without the vault. */
class CenterKeyModuleTests {

    @TempDir
    private Path keys;

    @TempDir
    private Path otherKeys;

    @Test
    void centresThatStartAtOnceHaveOneKey() throws IOException {
        try (var database = TestPostgres.freshDatabase()) {
            var jdbc = JdbcClient.create(database);
            var vault = Vault.open(keys, "center", null);
            var seen = Stream.generate(() -> CompletableFuture.supplyAsync(() -> new CenterKey(jdbc, vault)))
                    .limit(6)
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
            assertThat(seen.stream().map(key -> key.verifyingKey().base64()).distinct())
                    .hasSize(1);
            var message = "x".getBytes(StandardCharsets.US_ASCII);
            assertThat(seen.getFirst()
                            .verifyingKey()
                            .verifies(message, seen.getLast().sign(message)))
                    .isTrue();
        }
    }

    @Test
    void itDoesNotOpenWithOtherKeys() throws IOException {
        try (var database = TestPostgres.freshDatabase()) {
            var jdbc = JdbcClient.create(database);
            var first = new CenterKey(jdbc, Vault.open(keys, "center", null));
            var stored = jdbc.sql("select key_sealed from node.center_key")
                    .query(byte[].class)
                    .single();
            assertThat(new String(stored, StandardCharsets.ISO_8859_1))
                    .doesNotContain(new String(first.signingKey().bytes(), StandardCharsets.ISO_8859_1));
            var stranger = Vault.open(otherKeys, "center", null);
            assertThatIllegalArgumentException().isThrownBy(() -> new CenterKey(jdbc, stranger));
        }
    }
}
