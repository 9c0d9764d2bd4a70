package org.onex.center.plan;

import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.onex.foundation.ids.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The rows that stand beside a notice's document: plans, their names, offerings and windows, for other modules to refer to. While a notice is a draft
 * nobody refers to them, so every change writes them anew, the last time when it is published.
 */
@Repository
class PlanRows {

    private final JdbcClient jdbc;

    PlanRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void replace(UUID notice, List<Plan> plans) {
        for (var table : List.of(
                "delete from plan.session_window where offering_id in (select o.id from plan.offering o"
                        + " join plan.plan p on p.id = o.plan_id where p.notice_id = :notice)",
                "delete from plan.offering where plan_id in (select id from plan.plan where notice_id = :notice)",
                "delete from plan.plan_name where plan in (select code from plan.plan where notice_id = :notice)",
                "delete from plan.plan where notice_id = :notice")) {
            jdbc.sql(table).param("notice", notice).update();
        }
        plans.forEach(plan -> insert(notice, plan));
    }

    private void insert(UUID notice, Plan plan) {
        var id = Ids.next();
        jdbc.sql("""
                insert into plan.plan
                    (id, notice_id, code, sequence, name, deadline, closes_at, first_exam_date, exam_starts_at, exam_ends_at)
                values
                    (:id, :notice, :code, :sequence, :name, :deadline, :closes, :firstDate, :starts, :ends)
                """)
                .param("id", id)
                .param("notice", notice)
                .param("code", plan.code())
                .param("sequence", plan.sequence())
                .param("name", plan.name())
                .param("deadline", plan.deadline().date())
                .param("closes", Timestamp.from(plan.deadline().closesAt()))
                .param("firstDate", plan.examDates().getFirst())
                .param("starts", Timestamp.from(plan.examStarts()))
                .param("ends", Timestamp.from(plan.examEnds()))
                .update();
        plan.calledBy()
                .forEach(name -> jdbc.sql("insert into plan.plan_name (name, plan) values (:name, :plan)")
                        .param("name", name)
                        .param("plan", plan.code())
                        .update());
        plan.offerings().forEach(offering -> insert(id, offering));
    }

    private void insert(UUID plan, Plan.Offering offering) {
        var id = Ids.next();
        jdbc.sql("""
                insert into plan.offering (id, plan_id, qualification, level, scheme_version)
                values (:id, :plan, :qualification, :level, :version)
                """)
                .param("id", id)
                .param("plan", plan)
                .param("qualification", offering.qualification().code())
                .param("level", offering.level().name())
                .param("version", offering.schemeVersion())
                .update();
        for (var session : offering.sessions()) {
            int position = 0;
            for (var window : session.windows()) {
                for (var subject : window.subjects()) {
                    position++;
                    jdbc.sql("""
                            insert into plan.session_window (offering_id, session, position, subject, opens, closes, minutes)
                            values (:offering, :session, :position, :subject, :opens, :closes, :minutes)
                            """)
                            .param("offering", id)
                            .param("session", session.number())
                            .param("position", position)
                            .param("subject", subject.name())
                            .param("opens", Timestamp.from(window.window().opens()))
                            .param("closes", Timestamp.from(window.window().closes()))
                            .param("minutes", window.minutes())
                            .update();
                }
            }
        }
    }
}
