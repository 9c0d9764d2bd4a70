package org.onex.center.script;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.Subject;
import org.onex.center.organization.Actor;
import org.onex.contract.kernel.Window;
import org.onex.foundation.web.Page;
import org.onex.foundation.web.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What there is to look at about the scripts of a plan, site by site, with what was decided. */
@Repository
class DoubtList {

    private static final String FROM = """
            from script.doubt d join script.site_return r on r.site_id = d.site_id and r.bundle_id = d.bundle_id
            where r.plan = :plan
            """ + ReturnList.VISIBLE;

    private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};
    private static final int KEY_PARTS = 4;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    DoubtList(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * Something about a script that a person should look at (答卷疑点).
     *
     * @param open     whether somebody has to say what counts, and nobody has since it came up; what nobody decides is there to be known
     * @param decision the last one on the script; null before the first
     */
    record DoubtView(
            UUID script,
            DoubtSite site,
            Level level,
            Subject subject,
            Doubts.Doubt kind,
            Map<String, Object> facts,
            boolean open,
            @Nullable DoubtDecision decision) {

        DoubtView {
            facts = Map.copyOf(facts);
        }

        record DoubtSite(UUID id, String name) {}

        /** Which revision of which exam server counts, by whose word. */
        record DoubtDecision(UUID node, int revision, String reason, String by, OffsetDateTime at) {}
    }

    private record Row(
            DoubtView.DoubtSite site,
            UUID script,
            Level level,
            Subject subject,
            Doubts.Doubt kind,
            Map<String, Object> facts,
            boolean open) {

        /** The place in the list; unique. */
        String key() {
            return site.name() + "\n" + site.id() + "\n" + script + "\n" + kind;
        }
    }

    Page<DoubtView> page(String plan, PageRequest page, Actor actor) {
        var rows = find(plan, page, actor);
        var found = Page.of(rows, page.size(), count(plan, actor), Row::key);
        var decisions = decisions(found.items().stream().map(Row::script).collect(Collectors.toSet()));
        return new Page<>(
                found.items().stream()
                        .map(row -> new DoubtView(
                                row.script(),
                                row.site(),
                                row.level(),
                                row.subject(),
                                row.kind(),
                                row.facts(),
                                row.open(),
                                row.kind().isDecided() ? decisions.get(row.script()) : null))
                        .toList(),
                found.next(),
                found.total());
    }

    private List<Row> find(String plan, PageRequest page, Actor actor) {
        var place = ReturnList.parts(page.key(), KEY_PARTS);
        return jdbc.sql("select d.*, r.site_name " + FROM + """
                 and (cast(:afterSite as uuid) is null
                     or (r.site_name, d.site_id, d.script_id, d.kind)
                        > (:afterName, cast(:afterSite as uuid), cast(:afterScript as uuid), :afterKind))
                order by r.site_name, d.site_id, d.script_id, d.kind limit :limit
                """)
                .params(ReturnList.asker(actor))
                .param("plan", plan)
                .param("afterName", place[0])
                .param("afterSite", ReturnList.id(place[1]))
                .param("afterScript", ReturnList.id(place[2]))
                .param("afterKind", place[3])
                .param("limit", page.size() + 1)
                .query((row, n) -> row(row))
                .list();
    }

    private Row row(ResultSet row) throws SQLException {
        return new Row(
                new DoubtView.DoubtSite(row.getObject("site_id", UUID.class), row.getString("site_name")),
                row.getObject("script_id", UUID.class),
                Level.valueOf(row.getString("level")),
                Subject.valueOf(row.getString("subject")),
                Doubts.Doubt.valueOf(row.getString("kind")),
                json.readValue(row.getString("facts"), FACTS),
                row.getBoolean("open"));
    }

    private int count(String plan, Actor actor) {
        return jdbc.sql("select count(*) from (select 1 " + FROM + " limit :cap) counted")
                .params(ReturnList.asker(actor))
                .param("plan", plan)
                .param("cap", Page.COUNT_CAP + 1)
                .query(Integer.class)
                .single();
    }

    private Map<UUID, DoubtView.DoubtDecision> decisions(Collection<UUID> scripts) {
        return scripts.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("""
                        select d.* from script.decision d where d.script_id in (:scripts)
                          and d.number = (select max(e.number) from script.decision e where e.script_id = d.script_id)
                        """)
                        .param("scripts", Set.copyOf(scripts))
                        .query((row, n) -> Map.entry(row.getObject("script_id", UUID.class), decision(row)))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static DoubtView.DoubtDecision decision(ResultSet row) throws SQLException {
        var decision = Rulings.decision(row);
        return new DoubtView.DoubtDecision(
                decision.node(),
                decision.revision(),
                decision.reason(),
                decision.by(),
                Window.inBeijing(decision.at()));
    }
}
