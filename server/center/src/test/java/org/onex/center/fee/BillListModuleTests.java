package org.onex.center.fee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.onex.center.catalog.Level.ELEMENTARY;
import static org.onex.center.fee.BillFixtures.HONGKE;
import static org.onex.center.fee.BillFixtures.MONDAY;
import static org.onex.center.fee.BillFixtures.OFFICER;
import static org.onex.center.fee.BillFixtures.OTHER_BODY;
import static org.onex.center.fee.BillFixtures.OTHER_COLLEGE;
import static org.onex.center.fee.BillFixtures.PAYER;
import static org.onex.center.fee.BillFixtures.TODAY;
import static org.onex.center.fee.BillFixtures.price;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onex.center.OneConnection;
import org.onex.center.organization.Actor;
import org.onex.center.organization.CollegeOutline;
import org.onex.center.plan.PaymentTerms;
import org.onex.center.registration.RegistrationCount;
import org.onex.contract.kernel.Money;
import org.onex.foundation.ids.Ids;
import org.onex.foundation.postgres.TestPostgres;
import org.onex.foundation.web.RequestRefused;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The list of bills in a real database: what it shows to whom, what it finds, and that it pages. */
class BillListModuleTests {

    private static final BillList.Filter ANY = new BillList.Filter(null, null, null);
    private static final List<String> PLANS = List.of("HK-2024-1-01", "HK-2024-1-02");

    private HikariDataSource database;
    private JdbcClient jdbc;
    private Bills bills;
    private Payments payments;
    private Standard price;
    private BillList list;

    @BeforeEach
    void open() {
        database = TestPostgres.freshDatabase();
        jdbc = JdbcClient.create(database);
        for (var body : List.of(HONGKE, "990000003")) {
            jdbc.sql("insert into organization.awarding_body (code, name, short_name) values (:c, :c, :c)")
                    .param("c", body)
                    .update();
        }
        for (int i = 1; i <= 9; i++) {
            jdbc.sql("insert into organization.college (code, name, province, pilot) values (:c, :c, '安徽', true)")
                    .param("c", "9000" + i)
                    .update();
        }
        jdbc.sql(
                        "insert into catalog.qualification (code, awarding_body, name, short_name) values ('WDYY', 'x', 'y', 'z')")
                .update();
        var notice = UUID.randomUUID();
        jdbc.sql("""
                insert into plan.notice (id, code, awarding_body, status, version, title, file, digest, content)
                values (:id, 'HK-2024-1', :body, 'PUBLISHED', 1, '', '', '', '{}')
                """).param("id", notice).param("body", HONGKE).update();
        for (var plan : PLANS) {
            jdbc.sql("""
                    insert into plan.plan (id, notice_id, code, sequence, name, deadline, closes_at, first_exam_date,
                                           exam_starts_at, exam_ends_at)
                    values (:id, :notice, :code, 1, :code, :day, :at, :day, :at, :at)
                    """)
                    .param("id", UUID.randomUUID())
                    .param("notice", notice)
                    .param("code", plan)
                    .param("day", TODAY)
                    .param("at", Timestamp.from(MONDAY))
                    .update();
        }
        price = price(ELEMENTARY, "0.01");
        new Standards(jdbc).addPrinted(List.of(price));
        bills = new Bills(jdbc);
        payments = new Payments(jdbc);
        list = new BillList(jdbc);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void pagesFromTheOldestOnWithoutRepeatingOrSkipping() {
        var expected = new ArrayList<String>();
        for (int i = 9; i >= 1; i--) {
            // Three at a time come at the same moment.
            stored("9000" + i, PLANS.getFirst(), i, MONDAY.plus(Duration.ofMinutes((9 - i) / 3)));
            expected.add("9000" + i);
        }
        var seen = new ArrayList<String>();
        var after = "";
        for (int page = 0; page < 5; page++) {
            var rows = list.find(ANY, OFFICER, after, 2);
            rows.forEach(row -> seen.add(row.college()));
            after = rows.getLast().key();
        }
        assertThat(seen).containsExactlyElementsOf(expected);
        assertThat(list.find(ANY, OFFICER, after, 2)).isEmpty();
        assertThat(list.count(ANY, OFFICER)).isEqualTo(9);
    }

    @Test
    void aCollegeSeesItsOwnAndABodyWhatItIsPaid() {
        stored("90001", PLANS.getFirst(), 1, MONDAY);
        stored("90001", PLANS.getLast(), 1, MONDAY);
        stored("90003", PLANS.getFirst(), 1, MONDAY);
        assertThat(colleges(ANY, PAYER)).containsExactly("90001", "90001");
        assertThat(colleges(ANY, OFFICER)).containsExactly("90001", "90001", "90003");
        assertThat(colleges(ANY, OTHER_COLLEGE)).isEmpty();
        assertThat(colleges(ANY, OTHER_BODY)).isEmpty();
        assertThat(list.count(ANY, OTHER_BODY)).isZero();
    }

    @Test
    void isFoundByPlanStateAndPartOfNumberOrName() {
        stored("90001", PLANS.getFirst(), 1, MONDAY);
        var other = stored("90002", PLANS.getLast(), 0, MONDAY);
        assertThat(colleges(new BillList.Filter(PLANS.getLast(), null, null), OFFICER))
                .containsExactly("90002");
        assertThat(colleges(filter(Balance.State.UNPAID, null), OFFICER)).containsExactly("90001");
        assertThat(colleges(filter(Balance.State.NOTHING_DUE, null), OFFICER)).containsExactly("90002");
        assertThat(colleges(filter(null, " 学院90002 "), OFFICER)).containsExactly("90002");
        assertThat(colleges(filter(null, other.number().toLowerCase(Locale.ROOT)), OFFICER))
                .containsExactly("90002");
        assertThat(colleges(filter(null, "100%"), OFFICER)).isEmpty();
    }

    @Test
    void saysOfEveryBillWhatItsBalanceSays() {
        var states = new ArrayList<Balance.State>();
        for (int round = 0; round < 18; round++) {
            var bill = stored("9000" + (round % 9 + 1), PLANS.get(round / 9), round % 3, MONDAY);
            for (int fen = round / 3 % 4; fen > 0; fen--) {
                paid(bill);
            }
        }
        for (var row : list.find(ANY, OFFICER, "", 100)) {
            states.add(row.balance().state());
            assertThat(list.find(filter(row.balance().state(), null), OFFICER, "", 100))
                    .contains(row);
            assertThat(payments.balance(row.plan(), row.college())).contains(row.balance());
        }
        for (var state : Balance.State.values()) {
            assertThat(states).contains(state);
            assertThat(list.count(filter(state, null), OFFICER))
                    .isEqualTo((int) states.stream().filter(state::equals).count());
        }
    }

    @Test
    void countsPeopleAndNamesWhatHasNoPrice() {
        stored("90001", PLANS.getFirst(), 3, MONDAY);
        assertThat(list.find(ANY, OFFICER, "", 9).getFirst()).satisfies(row -> {
            assertThat(row.people()).isEqualTo(3);
            assertThat(row.unpriced()).isFalse();
            assertThat(row.isFinal()).isFalse();
        });
        jdbc.sql("update fee.bill_line set standard_id = null").update();
        assertThat(list.find(ANY, OFFICER, "", 9).getFirst().unpriced()).isTrue();
    }

    @Test
    void oneConnectionIsEnoughToReadABillWithItsLines() {
        var bill = stored("90001", PLANS.getFirst(), 3, MONDAY);
        var read = OneConnection.with(database, one -> {
            var few = new Bills(one);
            return List.of(
                    few.find(bill.id()).orElseThrow(),
                    few.findForChange(bill.plan(), bill.college()).orElseThrow());
        });
        assertThat(bill.lines()).isNotEmpty();
        assertThat(read).containsExactly(bill, bill);
    }

    @Test
    void aPlaceInTheListThatWeNeverGaveIsRefused() {
        assertThatExceptionOfType(RequestRefused.class).isThrownBy(() -> list.find(ANY, OFFICER, "x", 2));
    }

    private static BillList.Filter filter(Balance.@Nullable State state, @Nullable String q) {
        return new BillList.Filter(null, state, q);
    }

    private List<String> colleges(BillList.Filter filter, Actor actor) {
        return list.find(filter, actor, "", 10).stream()
                .map(BillList.Row::college)
                .toList();
    }

    private Bill stored(String college, String plan, int people, Instant since) {
        var terms = new PaymentTerms("HK-2024-1", HONGKE, List.of(), null, null, null);
        var outline = new CollegeOutline(college, "学院" + college, "安徽", true);
        var opened = Bill.opened(Ids.next(), new Bill.Subject(plan, plan, terms), outline, since);
        bills.add(opened);
        var counts = List.of(new RegistrationCount(college, "WDYY", ELEMENTARY, people));
        var bill = opened.recomputed(counts, List.of(price));
        bills.change(bill);
        assertThat(bills.find(bill.id())).contains(bill);
        return bill;
    }

    private void paid(Bill bill) {
        var receipt = new Payment.Receipt(Money.parse("0.01"), TODAY, "甲", "", "");
        payments.add(new Payment(Ids.next(), bill.id(), UUID.randomUUID(), receipt, MONDAY, "乙", null));
    }
}
