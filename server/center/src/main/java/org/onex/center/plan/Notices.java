package org.onex.center.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.organization.Actor;
import org.onex.center.organization.OrganizationKind;
import org.onex.foundation.web.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** All notices, each stored as one document with rows beside it for what others join. */
@Repository
class Notices {

    private static final String VISIBLE = "(status = 'PUBLISHED' or awarding_body = :body)";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final PlanRows rows;

    Notices(JdbcClient jdbc, JsonMapper json, PlanRows rows) {
        this.jdbc = jdbc;
        this.json = json;
        this.rows = rows;
    }

    Optional<NoticeRecord> find(UUID id) {
        return jdbc.sql("select * from plan.notice where id = :id")
                .param("id", id)
                .query((row, n) -> record(row))
                .optional();
    }

    Optional<NoticeRecord> findByCode(String code) {
        return jdbc.sql("select * from plan.notice where code = :code")
                .param("code", code)
                .query((row, n) -> record(row))
                .optional();
    }

    Optional<NoticeRecord> findByPlan(String planCode) {
        return jdbc.sql("""
                select n.* from plan.notice n join plan.plan p on p.notice_id = n.id where p.code = :code
                """)
                .param("code", planCode)
                .query((row, n) -> record(row))
                .optional();
    }

    /**
     * @throws PlanRefused if somebody added a notice with this code at the same time
     */
    void add(NoticeRecord added) {
        var stored = jdbc.sql("""
                insert into plan.notice
                    (id, code, awarding_body, status, version, number, title, issued, file, digest, published_at, content)
                values
                    (:id, :code, :body, :status, :version, :number, :title, :issued, :file, :digest, :published,
                     cast(:content as jsonb))
                on conflict (code) do nothing
                """)
                .param("id", added.id())
                .param("code", added.notice().code())
                .param("body", added.notice().awardingBody())
                .param("status", added.status().name())
                .param("version", added.version())
                .param("number", added.notice().number())
                .param("title", added.notice().title())
                .param("issued", added.notice().issued())
                .param("file", added.file())
                .param("digest", added.digest())
                .param("published", published(added))
                .param("content", json.writeValueAsString(added.notice()))
                .update();
        if (stored == 0) {
            throw PlanRefused.of(
                    PlanRefused.Code.NOTICE_CHANGED, "code", added.notice().code());
        }
        rows.replace(added.id(), added.notice().plans());
    }

    /**
     * Stores the next version.
     *
     * @throws PlanRefused if somebody stored it before us
     */
    void change(NoticeRecord changed) {
        var stored = jdbc.sql("""
                update plan.notice set
                    status = :status, version = :version, number = :number, title = :title, issued = :issued,
                    file = :file, digest = :digest, published_at = :published, content = cast(:content as jsonb)
                where id = :id and version = :version - 1
                """)
                .param("id", changed.id())
                .param("status", changed.status().name())
                .param("version", changed.version())
                .param("number", changed.notice().number())
                .param("title", changed.notice().title())
                .param("issued", changed.notice().issued())
                .param("file", changed.file())
                .param("digest", changed.digest())
                .param("published", published(changed))
                .param("content", json.writeValueAsString(changed.notice()))
                .update();
        if (stored == 0) {
            throw PlanRefused.of(
                    PlanRefused.Code.NOTICE_CHANGED, "code", changed.notice().code());
        }
        rows.replace(changed.id(), changed.notice().plans());
    }

    /** By code; drafts only for their own awarding body. */
    List<NoticeRecord> visibleTo(Actor actor, String afterCode, int limit) {
        return jdbc.sql("select * from plan.notice where " + VISIBLE
                        + " and (:after = '' or code > :after) order by code limit :limit")
                .param("body", body(actor))
                .param("after", afterCode)
                .param("limit", limit)
                .query((row, n) -> record(row))
                .list();
    }

    int countVisibleTo(Actor actor) {
        return jdbc.sql("select count(*) from (select 1 from plan.notice where " + VISIBLE + " limit :cap) counted")
                .param("body", body(actor))
                .param("cap", Page.COUNT_CAP + 1)
                .query(Integer.class)
                .single();
    }

    private NoticeRecord record(ResultSet row) throws SQLException {
        var published = row.getTimestamp("published_at");
        return new NoticeRecord(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                NoticeRecord.Status.valueOf(row.getString("status")),
                row.getString("file"),
                row.getString("digest"),
                published == null ? null : published.toInstant(),
                json.readValue(row.getString("content"), Notice.class));
    }

    private static @Nullable Timestamp published(NoticeRecord record) {
        var moment = record.publishedAt();
        return moment == null ? null : Timestamp.from(moment);
    }

    /** The awarding body whose drafts this actor sees; nobody else has one. */
    static String body(Actor actor) {
        var organization = actor.organization();
        return organization.kind() == OrganizationKind.AWARDING_BODY ? organization.code() : "";
    }
}
