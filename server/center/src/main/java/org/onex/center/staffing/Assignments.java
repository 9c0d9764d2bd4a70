package org.onex.center.staffing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.onex.contract.kernel.Window;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who looks after which room, over all sites and plans. */
@Repository
class Assignments {

    private final JdbcClient jdbc;
    private final StaffedSites sites;

    Assignments(JdbcClient jdbc, StaffedSites sites) {
        this.jdbc = jdbc;
        this.sites = sites;
    }

    /**
     * Somebody in a room, with what people know them by.
     *
     * @param college code of the college that named them
     * @param hasPin  whether they have been given a PIN that counts
     */
    record Placed(
            Assignment assignment,
            String number,
            String name,
            String college,
            boolean teachesQualification,
            boolean hasPin) {}

    /** A room that a person has in some plan, maybe as an invigilator of another body. */
    record Engagement(String plan, Assignment assignment) {}

    /** Everybody in the rooms of a site for a plan, by room opening and number. */
    List<Placed> of(String plan, UUID site) {
        return jdbc.sql("""
                select a.*, i.number, i.name, i.college, i.teaches_qualification,
                       exists (select 1 from staffing.pin p where p.site_id = a.site_id and p.plan = a.plan
                                                            and p.invigilator_id = a.invigilator_id) as has_pin
                from staffing.assignment a join staffing.invigilator i on i.id = a.invigilator_id
                where a.site_id = :site and a.plan = :plan order by a.opening_id, i.number
                """)
                .param("site", site)
                .param("plan", plan)
                .query((row, n) -> new Placed(
                        assignment(row),
                        row.getString("number"),
                        row.getString("name"),
                        row.getString("college"),
                        row.getBoolean("teaches_qualification"),
                        row.getBoolean("has_pin")))
                .list();
    }

    /** The rooms that these invigilators have as persons, whoever named them to whichever body; by invigilator. */
    Map<UUID, List<Engagement>> engagements(Collection<UUID> invigilators) {
        var found = new HashMap<UUID, List<Engagement>>();
        if (!invigilators.isEmpty()) {
            jdbc.sql("""
                    select asked.id as asked_id, a.*
                    from staffing.invigilator asked
                    join staffing.invigilator i on i.phone_hash = asked.phone_hash
                    join staffing.assignment a on a.invigilator_id = i.id
                    where asked.id in (:ids) order by a.opens, a.opening_id
                    """)
                    .param("ids", Set.copyOf(invigilators))
                    .query((row, n) -> Map.entry(
                            row.getObject("asked_id", UUID.class),
                            new Engagement(row.getString("plan"), assignment(row))))
                    .list()
                    .forEach(entry -> found.computeIfAbsent(entry.getKey(), id -> new ArrayList<>())
                            .add(entry.getValue()));
        }
        return found;
    }

    /** Stores more of them at a site that this transaction holds. */
    void add(StaffedSite site, Collection<Assignment> added) {
        for (var assignment : added) {
            jdbc.sql("""
                    insert into staffing.assignment (site_id, plan, opening_id, invigilator_id, opens, closes)
                    values (:site, :plan, :opening, :invigilator, :opens, :closes)
                    """)
                    .param("site", site.site())
                    .param("plan", site.plan())
                    .param("opening", assignment.opening())
                    .param("invigilator", assignment.invigilator())
                    .param("opens", Timestamp.from(assignment.hours().opens()))
                    .param("closes", Timestamp.from(assignment.hours().closes()))
                    .update();
        }
    }

    /** Takes people out of a room of a site that this transaction holds. */
    void remove(StaffedSite site, UUID opening, Collection<UUID> invigilators) {
        if (!invigilators.isEmpty()) {
            jdbc.sql("""
                    delete from staffing.assignment
                    where site_id = :site and opening_id = :opening and invigilator_id in (:invigilators)
                    """)
                    .param("site", site.site())
                    .param("opening", opening)
                    .param("invigilators", Set.copyOf(invigilators))
                    .update();
            dropIdlePins(site);
        }
    }

    /** Takes everybody out of the rooms of a site that this transaction holds. */
    void clear(StaffedSite site) {
        jdbc.sql("delete from staffing.assignment where site_id = :site and plan = :plan")
                .param("site", site.site())
                .param("plan", site.plan())
                .update();
        dropIdlePins(site);
    }

    /**
     * Takes somebody whom this transaction holds out of all rooms whose hours have not begun.
     *
     * @return how many those were
     */
    int release(UUID invigilator, Instant now) {
        var concerned = jdbc.sql("""
                select distinct plan, site_id from staffing.assignment
                where invigilator_id = :invigilator and opens > :now order by site_id, plan
                """)
                .param("invigilator", invigilator)
                .param("now", Timestamp.from(now))
                .query((row, n) -> StaffedSite.untouched(row.getString("plan"), row.getObject("site_id", UUID.class)))
                .list();
        int released = 0;
        for (var one : concerned) {
            var site = sites.hold(one.plan(), one.site());
            released += jdbc.sql("""
                    delete from staffing.assignment
                    where site_id = :site and plan = :plan and invigilator_id = :invigilator and opens > :now
                    """)
                    .param("site", site.site())
                    .param("plan", site.plan())
                    .param("invigilator", invigilator)
                    .param("now", Timestamp.from(now))
                    .update();
            dropIdlePins(site);
            sites.change(site.changed());
        }
        return released;
    }

    /** Whoever has no room at the site any more signs in there no more, also not if they come back. */
    private void dropIdlePins(StaffedSite site) {
        jdbc.sql("""
                delete from staffing.pin p where p.site_id = :site and p.plan = :plan
                  and not exists (select 1 from staffing.assignment a where a.site_id = p.site_id and a.plan = p.plan
                                                                      and a.invigilator_id = p.invigilator_id)
                """).param("site", site.site()).param("plan", site.plan()).update();
    }

    private static Assignment assignment(ResultSet row) throws SQLException {
        return new Assignment(
                row.getObject("opening_id", UUID.class),
                row.getObject("invigilator_id", UUID.class),
                new Window(
                        row.getTimestamp("opens").toInstant(),
                        row.getTimestamp("closes").toInstant()));
    }
}
