package org.onex.center.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onex.center.OneConnection;
import org.onex.center.file.WatchedFileStore;
import org.onex.foundation.postgres.TestPostgres;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Banks in a real database and on a real disk. */
class ItemBanksModuleTests {

    private static final Signature LOADED =
            new Signature("hongke-items1", "命题员", Instant.parse("2024-04-22T01:00:00Z"));

    @TempDir
    private Path disk;

    @Test
    void whileABankIsReadFromTheDiskOthersHaveItsConnection() {
        try (var database = TestPostgres.freshDatabase()) {
            var stored = stored(JdbcClient.create(database));
            var read = OneConnection.with(database, one -> {
                var few = banks(
                        one, () -> one.sql("select 1").query(Integer.class).single());
                return List.of(
                        few.find(stored.id()).orElseThrow().bank(),
                        few.findByCode(stored.bank().code()).orElseThrow().bank(),
                        few.bankOf(PaperFixtures.theory(LOADED)));
            });
            assertThat(read).containsOnly(stored.bank()).hasSize(3);
        }
    }

    /** The bank of which the papers of the fixtures are made. */
    private BankRecord stored(JdbcClient jdbc) {
        jdbc.sql("insert into organization.awarding_body (code, name, short_name) values (:body, 'x', 'x')")
                .param("body", BankFile.HONGKE)
                .update();
        jdbc.sql(
                        "insert into catalog.qualification (code, awarding_body, name, short_name) values ('WDYY', 'x', 'y', 'z')")
                .update();
        var banks = banks(jdbc, () -> {});
        var bank = BankFile.bank();
        var origin = PaperFixtures.theory(LOADED).origin();
        var stored = new BankRecord(
                origin.bank(),
                origin.bankVersion(),
                BankFile.HONGKE,
                BankFile.FILE,
                "0".repeat(64),
                banks.keep(bank),
                LOADED,
                bank);
        banks.add(stored);
        return stored;
    }

    private ItemBanks banks(JdbcClient jdbc, Runnable beforeReading) {
        try {
            return new ItemBanks(jdbc, new WatchedFileStore(disk, jdbc, beforeReading), JsonMapper.shared());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
