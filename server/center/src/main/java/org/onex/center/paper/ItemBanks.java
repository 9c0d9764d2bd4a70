package org.onex.center.paper;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.catalog.Level;
import org.onex.center.file.FileStore;
import org.onex.center.organization.Actor;
import org.onex.center.organization.OrganizationKind;
import org.onex.foundation.web.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** All item banks in all their versions; what they ask is sealed on disk and not in the database. */
@Repository
class ItemBanks {

    private static final String SELECT = """
            select b.id, b.awarding_body, v.version, v.file, v.digest, v.content, v.loaded_at, v.loaded_by, v.loaded_by_name
            from paper.bank b join paper.bank_version v on v.bank_id = b.id
            """;

    private final JdbcClient jdbc;
    private final FileStore files;
    private final JsonMapper json;

    ItemBanks(JdbcClient jdbc, FileStore files, JsonMapper json) {
        this.jdbc = jdbc;
        this.files = files;
        this.json = json;
    }

    /** A line of the list of banks. */
    record Row(
            UUID id,
            String code,
            int version,
            String qualification,
            Level level,
            String title,
            boolean drill,
            int items,
            int tasks,
            Timestamp loadedAt) {}

    /** A version as its row says it; what it asks lies on the disk and is read when the connection is given back. */
    private record Kept(
            UUID id, int version, String awardingBody, String file, String digest, String content, Signature loaded) {}

    /** The newest version. */
    Optional<BankRecord> find(UUID id) {
        return jdbc.sql(SELECT + " where b.id = :id and v.version = b.version")
                .param("id", id)
                .query((row, n) -> kept(row))
                .optional()
                .map(this::opened);
    }

    Optional<BankRecord> findByCode(String code) {
        return jdbc.sql(SELECT + " where b.code = :code and v.version = b.version")
                .param("code", code)
                .query((row, n) -> kept(row))
                .optional()
                .map(this::opened);
    }

    /** The version of which a paper was made. */
    ItemBank bankOf(Paper paper) {
        var kept = jdbc.sql(SELECT + " where b.id = :id and v.version = :version")
                .param("id", paper.origin().bank())
                .param("version", paper.origin().bankVersion())
                .query((row, n) -> kept(row))
                .single();
        return opened(kept).bank();
    }

    /** Keeps others from sealing papers of this level until the transaction ends: editions are counted one by one. */
    void holdLevel(String qualification, Level level) {
        jdbc.sql(
                        "select id from paper.bank where qualification = :qualification and level = :level order by id for update")
                .param("qualification", qualification)
                .param("level", level.name())
                .query(UUID.class)
                .list();
    }

    /** Seals what a bank asks, and tells where it lies. */
    String keep(ItemBank bank) {
        return files.keep(json.writeValueAsString(bank).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @throws PaperRefused if somebody added a bank with this code at the same time
     */
    void add(BankRecord added) {
        var stored = jdbc.sql("""
                insert into paper.bank
                    (id, code, awarding_body, qualification, level, version, title, drill, items, tasks, loaded_at)
                values
                    (:id, :code, :body, :qualification, :level, :version, :title, :drill, :items, :tasks, :loadedAt)
                on conflict (code) do nothing
                """)
                .params(columns(added))
                .param("code", added.bank().code())
                .param("body", added.awardingBody())
                .param("qualification", added.bank().qualification().code())
                .param("level", added.bank().level().name())
                .update();
        requireStored(stored);
        addVersion(added);
    }

    /**
     * Stores the next version.
     *
     * @throws PaperRefused if somebody stored it before us
     */
    void change(BankRecord changed) {
        var stored = jdbc.sql("""
                update paper.bank set
                    version = :version, title = :title, drill = :drill, items = :items, tasks = :tasks, loaded_at = :loadedAt
                where id = :id and version = :version - 1
                """).params(columns(changed)).update();
        requireStored(stored);
        addVersion(changed);
    }

    private static void requireStored(int stored) {
        if (stored == 0) {
            throw PaperRefused.of(PaperRefused.Code.BANK_CHANGED);
        }
    }

    private void addVersion(BankRecord added) {
        jdbc.sql("""
                insert into paper.bank_version
                    (bank_id, version, file, digest, content, loaded_at, loaded_by, loaded_by_name)
                values (:id, :version, :file, :digest, :content, :at, :login, :name)
                """)
                .param("id", added.id())
                .param("version", added.version())
                .param("file", added.file())
                .param("digest", added.digest())
                .param("content", added.content())
                .param("at", Timestamp.from(added.loaded().at()))
                .param("login", added.loaded().login())
                .param("name", added.loaded().name())
                .update();
    }

    private static Map<String, @Nullable Object> columns(BankRecord bank) {
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("id", bank.id());
        columns.put("version", bank.version());
        columns.put("title", bank.bank().title());
        columns.put("drill", bank.bank().drill());
        columns.put("items", bank.bank().items().size());
        columns.put("tasks", bank.bank().tasks().size());
        columns.put("loadedAt", Timestamp.from(bank.loaded().at()));
        return columns;
    }

    /** Those of somebody's own body, by code. */
    List<Row> visibleTo(Actor actor, String afterCode, int limit) {
        return jdbc.sql("""
                select * from paper.bank where awarding_body = :body and (:after = '' or code > :after)
                order by code limit :limit
                """)
                .param("body", body(actor))
                .param("after", afterCode)
                .param("limit", limit)
                .query((row, n) -> row(row))
                .list();
    }

    int countVisibleTo(Actor actor) {
        return jdbc.sql(
                        "select count(*) from (select 1 from paper.bank where awarding_body = :body limit :cap) counted")
                .param("body", body(actor))
                .param("cap", Page.COUNT_CAP + 1)
                .query(Integer.class)
                .single();
    }

    /** The awarding body whose banks and papers this actor sees; nobody else has one. */
    static String body(Actor actor) {
        var organization = actor.organization();
        return organization.kind() == OrganizationKind.AWARDING_BODY ? organization.code() : "";
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getInt("version"),
                row.getString("qualification"),
                Level.valueOf(row.getString("level")),
                row.getString("title"),
                row.getBoolean("drill"),
                row.getInt("items"),
                row.getInt("tasks"),
                row.getTimestamp("loaded_at"));
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getString("awarding_body"),
                row.getString("file"),
                row.getString("digest"),
                row.getString("content"),
                new Signature(
                        row.getString("loaded_by"),
                        row.getString("loaded_by_name"),
                        row.getTimestamp("loaded_at").toInstant()));
    }

    private BankRecord opened(Kept kept) {
        return new BankRecord(
                kept.id(),
                kept.version(),
                kept.awardingBody(),
                kept.file(),
                kept.digest(),
                kept.content(),
                kept.loaded(),
                json.readValue(files.read(kept.content()), ItemBank.class));
    }
}
