package org.onex.center.staffing;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.onex.foundation.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All invigilators, whatever their state. */
@Repository
class Invigilators {

    private static final RandomGenerator CHANCE = new SecureRandom();

    private final JdbcClient jdbc;
    private final Vault vault;
    private final PeopleByPhone people;

    Invigilators(JdbcClient jdbc, Vault vault, PeopleByPhone people) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.people = people;
    }

    Optional<Invigilator> find(UUID id) {
        return find(Set.of(id)).stream().findFirst();
    }

    /** These, as far as they exist, by id. */
    List<Invigilator> find(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql("select * from staffing.invigilator where id in (:ids) order by id")
                        .param("ids", Set.copyOf(ids))
                        .query((row, n) -> invigilator(row))
                        .list();
    }

    /** Finds one and keeps others from changing it until the transaction ends, but not from giving them a room or a PIN. */
    Optional<Invigilator> findForChange(UUID id) {
        return jdbc.sql("select * from staffing.invigilator where id = :id for no key update")
                .param("id", id)
                .query((row, n) -> invigilator(row))
                .optional();
    }

    Optional<Invigilator> ofRequest(String college, UUID request) {
        return jdbc.sql("select * from staffing.invigilator where college = :college and request_key = :request")
                .param("college", college)
                .param("request", request)
                .query((row, n) -> invigilator(row))
                .optional();
    }

    /** Those who may be assigned, in the order of their numbers. */
    List<Invigilator> approved(Invigilator.Between between) {
        return jdbc.sql("""
                select * from staffing.invigilator
                where college = :college and awarding_body = :body and state = 'APPROVED' order by number
                """)
                .param("college", between.college())
                .param("body", between.awardingBody())
                .query((row, n) -> invigilator(row))
                .list();
    }

    /** Whether the college has named somebody else with this phone to the body who has not retired. */
    boolean isNamed(Invigilator.Between between, String phoneHash, UUID otherThan) {
        return jdbc.sql("""
                select exists (select 1 from staffing.invigilator
                               where college = :college and awarding_body = :body and phone_hash = :hash
                                 and state <> 'RETIRED' and id <> :id)
                """)
                .param("college", between.college())
                .param("body", between.awardingBody())
                .param("hash", phoneHash)
                .param("id", otherThan)
                .query(Boolean.class)
                .single();
    }

    /**
     * Stores one whose person this transaction holds, after asking whether the request or the person is there already.
     *
     * @throws StaffingRefused if the key was used for somebody else meanwhile
     */
    void add(Invigilator added) {
        var stored = jdbc.sql("""
                insert into staffing.invigilator
                    (id, version, number, state, since, request_key, college, awarding_body, name, phone_sealed, phone_hash,
                     region, teaches, teaches_qualification, certificate, certificate_number, issuer, opinion)
                values
                    (:id, :version, :number, :state, :since, :request, :college, :body, :name, :phone, :hash,
                     :region, :teaches, :teachesQualification, :certificate, :certificateNumber, :issuer, :opinion)
                on conflict (college, request_key) do nothing
                """)
                .params(columns(added))
                .param("request", added.request())
                .param("college", added.between().college())
                .param("body", added.between().awardingBody())
                .update();
        if (stored == 0) {
            throw StaffingRefused.of(StaffingRefused.Code.KEY_REUSED);
        }
    }

    /**
     * Stores the next version.
     *
     * @throws StaffingRefused if somebody stored it before us
     */
    void change(Invigilator changed) {
        var stored = jdbc.sql("""
                update staffing.invigilator set
                    version = :version, number = :number, state = :state, since = :since, name = :name,
                    phone_sealed = :phone, phone_hash = :hash, region = :region, teaches = :teaches,
                    teaches_qualification = :teachesQualification, certificate = :certificate,
                    certificate_number = :certificateNumber, issuer = :issuer, opinion = :opinion
                where id = :id and version = :version - 1
                """).params(columns(changed)).update();
        if (stored == 0) {
            throw StaffingRefused.of(StaffingRefused.Code.CHANGED);
        }
    }

    /** Takes a number that nobody has, for ever. */
    InvigilatorNumber takeNumber(UUID invigilator) {
        return takeNumber(invigilator, CHANCE);
    }

    InvigilatorNumber takeNumber(UUID invigilator, RandomGenerator chance) {
        while (true) {
            var number = InvigilatorNumber.drawn(chance);
            var taken = jdbc.sql("""
                    insert into staffing.invigilator_number (number, invigilator_id) values (:number, :invigilator)
                    on conflict (number) do nothing
                    """)
                    .param("number", number.value())
                    .param("invigilator", invigilator)
                    .update();
            if (taken > 0) {
                return number;
            }
        }
    }

    private Map<String, @Nullable Object> columns(Invigilator invigilator) {
        var said = invigilator.particulars();
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("id", invigilator.id());
        columns.put("version", invigilator.version());
        columns.put("number", value(invigilator.number()));
        columns.put("state", invigilator.state().name());
        columns.put("since", Timestamp.from(invigilator.since()));
        columns.put("name", said.name());
        columns.put("phone", vault.seal(said.phone(), phoneOf(invigilator.id())));
        columns.put("hash", people.hash(said.phone()));
        columns.put("region", said.region());
        columns.put("teaches", said.teaches());
        columns.put("teachesQualification", said.teachesQualification());
        columns.put("certificate", said.certificate());
        columns.put("certificateNumber", said.certificateNumber());
        columns.put("issuer", said.issuer());
        columns.put("opinion", invigilator.opinion());
        return columns;
    }

    /** Reads a row that has all columns. */
    Invigilator invigilator(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var number = row.getString("number");
        return new Invigilator(
                id,
                row.getInt("version"),
                number == null ? null : new InvigilatorNumber(number),
                Invigilator.State.valueOf(row.getString("state")),
                row.getTimestamp("since").toInstant(),
                row.getObject("request_key", UUID.class),
                new Invigilator.Between(row.getString("college"), row.getString("awarding_body")),
                new Particulars(
                        row.getString("name"),
                        vault.openText(row.getBytes("phone_sealed"), phoneOf(id)),
                        row.getString("region"),
                        row.getString("teaches"),
                        row.getBoolean("teaches_qualification"),
                        row.getString("certificate"),
                        row.getString("certificate_number"),
                        row.getString("issuer")),
                row.getString("opinion"));
    }

    private static @Nullable String value(@Nullable InvigilatorNumber number) {
        return number == null ? null : number.value();
    }

    private static String phoneOf(UUID invigilator) {
        return "phone of the invigilator " + invigilator;
    }
}
