package org.onex.rehearsal.staffing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.onex.rehearsal.outside.Answer;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.Center;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.Scene;
import tools.jackson.databind.JsonNode;

/** One college names invigilators to the body: one is returned and sent again, all are approved but the last, who stays waiting. */
final class Applications {

    private static final String BODY = "awardingBody";
    private static final String COLLEGE = "college";
    private static final int WORKING_DAYS = 2;

    private final Scene scene;
    private final StaffDesk college;
    private final StaffDesk body;
    private final int turn;
    private final List<Colleague> colleagues = new ArrayList<>();
    private final Map<String, JsonNode> named = new HashMap<>();

    /**
     * @param turn the position of the college, from 0
     */
    Applications(Scene scene, StaffDesk college, int turn) {
        this.scene = scene;
        this.college = college;
        this.body = college.by(scene.data().officerOf(scene.notice()));
        this.turn = turn;
    }

    /** Names so many, of whom the last is nobody's to assign for now. */
    void apply(int count) {
        for (var i = 0; i < count; i++) {
            var colleague = Colleague.of(turn, i);
            colleagues.add(colleague);
            named.put(
                    colleague.key(), college.enter(colleague, BODY, bodyCode()).orFail());
        }
        var first = colleagues.getFirst();
        var again = college.enterAgain(first, BODY, bodyCode()).orFail();
        found(
                Claim.APPLICATIONS_AS_DECIDED,
                Json.text(again, "id").equals(Json.text(of(first), "id")),
                college.login() + " sent one application twice and entered two people");
        refused(
                "names somebody else by the same key",
                college.enterAgain(first.called("别人"), BODY, bodyCode()),
                "key-reused");
        refused("names one person twice", college.enterAgain(first.askedAgain(), BODY, bodyCode()), "already-applied");
        refused(
                "names somebody without a phone",
                college.enterAgain(first.askedAgain().reachedAt("120"), BODY, bodyCode()),
                "invalid");
        strangers();
        returnFirst();
    }

    private String bodyCode() {
        return scene.data().bodyOf(body.login()).code();
    }

    private JsonNode of(Colleague colleague) {
        return named.getOrDefault(colleague.key(), Json.object());
    }

    private void returnFirst() {
        var first = colleagues.getFirst();
        refused("returns without a word", body.giveBack(of(first), " "), "opinion-missing");
        var returned = body.giveBack(of(first), "请核对所在区域（演练）").orFail();
        isIn(returned, "RETURNED");
        refused("approves what was returned", body.approve(returned), "wrong-state");
        refused("edits an old page", college.revise(of(first), first), "changed");
        var sent = college.revise(returned, first).orFail();
        isIn(sent, "PENDING");
        refused("approves an old page", body.approve(returned), "changed");
        found(
                Claim.APPLICATIONS_AS_DECIDED,
                !Json.text(sent, "dueBy").isEmpty(),
                "the body has " + WORKING_DAYS + " working days, and the page does not say until when");
        named.put(first.key(), sent);
    }

    /** Those from one position to before another. */
    void approve(int from, int to) {
        for (var colleague : colleagues.subList(from, to)) {
            var before = of(colleague);
            var approved = body.approve(before).orFail();
            isIn(approved, "APPROVED");
            var again = body.approveAgain(before).orFail();
            found(
                    Claim.APPLICATIONS_AS_DECIDED,
                    again.equals(approved),
                    colleague + " was approved twice and became " + Json.text(again, "number"));
            named.put(colleague.key(), approved);
        }
    }

    /** Somebody on a paper roster that came late, whom the body enters for the college. */
    void onBehalf() {
        var late = Colleague.of(turn, colleagues.size());
        var code = Json.text(of(colleagues.getFirst()).path(COLLEGE), "code");
        var entered = body.enter(late, COLLEGE, code).orFail();
        isIn(entered, "APPROVED");
        colleagues.addFirst(late);
        named.put(late.key(), entered);
    }

    /** Whoever leaves is assigned no more. */
    void retire(String id) {
        var leaving = colleagues.stream()
                .filter(colleague -> Json.text(of(colleague), "id").equals(id))
                .findFirst()
                .orElseThrow();
        refused("retires somebody without a word", college.retire(of(leaving), ""), "reason-missing");
        var retired = college.retire(of(leaving), "演练：离职").orFail();
        isIn(retired, "RETIRED");
        named.put(leaving.key(), retired);
    }

    /** Ids of those who may be assigned, with whether they teach the subject. */
    Map<String, Boolean> approved() {
        return colleagues.stream()
                .filter(colleague -> Json.text(of(colleague), "state").equals("APPROVED"))
                .collect(
                        Collectors.toMap(colleague -> Json.text(of(colleague), "id"), Colleague::teachesQualification));
    }

    /** Somebody who waits. */
    String pending() {
        return Json.text(of(colleagues.getLast()), "id");
    }

    int size() {
        return colleagues.size();
    }

    /** College and body list the same people, each as it was decided. */
    void checkListed() {
        var expected = named.values().stream()
                .map(one -> Json.text(one, "id") + " " + Json.text(one, "state") + " " + Json.text(one, "number"))
                .collect(Collectors.toSet());
        for (var desk : List.of(college, body)) {
            var listed = desk
                    .all("?college=" + Json.text(of(colleagues.getFirst()).path(COLLEGE), "code"))
                    .stream()
                    .map(one -> Json.text(one, "id") + " " + Json.text(one, "state") + " " + Json.text(one, "number"))
                    .collect(Collectors.toSet());
            found(
                    Claim.APPLICATIONS_AS_DECIDED,
                    listed.containsAll(expected),
                    desk.login() + " lists " + listed.size() + " invigilators of " + college.login() + ", "
                            + expected.size() + " were named");
        }
        var numbers = approved().keySet();
        var given = named.values().stream()
                .filter(one -> numbers.contains(Json.text(one, "id")))
                .map(one -> Json.text(one, "number"))
                .toList();
        found(
                Claim.APPLICATIONS_AS_DECIDED,
                Set.copyOf(given).size() == given.size() && given.stream().allMatch(one -> one.matches("JKC\\d{8}")),
                "invigilators have the numbers " + given);
    }

    private void strangers() {
        var one = of(colleagues.getLast());
        mayNot(college.login(), college.approve(one));
        mayNot(Center.OPERATOR, college.by(Center.OPERATOR).look(one));
        var stranger = college.by(scene.data().strangerTo(scene.notice()));
        unseen(stranger, stranger.look(one));
        unseen(stranger, stranger.approve(one));
        for (var other : scene.data().colleges()) {
            var desk = college.by(scene.data().officerOf(other));
            if (!desk.login().equals(college.login())) {
                unseen(desk, desk.look(one));
                unseen(desk, desk.revise(one, colleagues.getLast()));
                found(
                        Claim.ONLY_WHOM_IT_CONCERNS,
                        desk.all("").stream()
                                .noneMatch(listed -> Json.text(listed, "id").equals(Json.text(one, "id"))),
                        desk.login() + " lists an invigilator of " + college.login());
            }
        }
    }

    private void isIn(JsonNode invigilator, String state) {
        found(
                Claim.APPLICATIONS_AS_DECIDED,
                Json.text(invigilator, "state").equals(state),
                Json.text(invigilator, "name") + " must be " + state + " and is " + Json.text(invigilator, "state"));
    }

    private void refused(String what, Answer answer, String code) {
        found(
                Claim.BAD_STAFFING_SAYS_WHY,
                !answer.isFine() && answer.code().equals("staffing." + code),
                "somebody " + what + ", expected " + code + ", " + answer);
    }

    private void mayNot(String login, Answer answer) {
        found(
                Claim.A_ROLE_MAY_NOT,
                answer.isProblem(403, "access.not-permitted"),
                login + " must be refused, " + answer);
    }

    private void unseen(StaffDesk stranger, Answer answer) {
        found(
                Claim.ONLY_WHOM_IT_CONCERNS,
                answer.isProblem(404, "staffing.invigilator-unknown"),
                stranger.login() + " looks at another college's invigilator, " + answer);
    }

    private void found(Claim claim, boolean holds, String example) {
        scene.check(claim, holds, () -> example);
    }
}
