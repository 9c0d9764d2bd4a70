package org.onex.center.site;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers other modules' questions about exam sites. */
@Component
class SiteOutlines implements SiteDirectory {

    private static final String SELECT = """
            select s.id, s.name, s.college, s.qualification, s.state,
                   (select coalesce(sum(r.machines), 0) from site.room r where r.site_id = s.id) as machines
            from site.site s
            """;

    private final JdbcClient jdbc;
    private final ExamSites sites;

    SiteOutlines(JdbcClient jdbc, ExamSites sites) {
        this.jdbc = jdbc;
        this.sites = sites;
    }

    @Override
    public List<SiteOutline> submittedAs(String idOrName) {
        return jdbc.sql(SELECT
                        + " where s.state <> 'DRAFT' and (s.name = :word or cast(s.id as text) = :word) order by s.id")
                .param("word", idOrName)
                .query((row, n) -> outline(row))
                .list();
    }

    @Override
    public List<SiteOutline> approvedOf(String college) {
        return jdbc.sql(SELECT + " where s.college = :college and s.state = 'APPROVED' order by s.name, s.id")
                .param("college", college)
                .query((row, n) -> outline(row))
                .list();
    }

    @Override
    public List<SiteOutline> outlines(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + " where s.id in (:ids)")
                        .param("ids", Set.copyOf(ids))
                        .query((row, n) -> outline(row))
                        .list();
    }

    @Override
    public Optional<Venue> venue(UUID id) {
        return sites.find(id)
                .filter(site -> site.state() != ExamSite.State.DRAFT)
                .map(site -> new Venue(
                        site.id(),
                        site.details().name(),
                        site.college(),
                        site.awardingBody(),
                        site.details().address(),
                        site.state() == ExamSite.State.APPROVED,
                        site.details().rooms().stream()
                                .map(room -> new Venue.MachineRoom(
                                        room.id(), room.name(), room.building(), room.machines(), room.spareMachines()))
                                .toList()));
    }

    @Override
    public void hold(Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            jdbc.sql("select id from site.site where id in (:ids) order by id for share")
                    .param("ids", Set.copyOf(ids))
                    .query(UUID.class)
                    .list();
        }
    }

    private static SiteOutline outline(ResultSet row) throws SQLException {
        return new SiteOutline(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("college"),
                row.getString("qualification"),
                ExamSite.State.valueOf(row.getString("state")) == ExamSite.State.APPROVED,
                row.getInt("machines"));
    }
}
