package org.onex.rehearsal.registration;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.onex.rehearsal.people.Person;

/**
 * A row of a workbook as somebody typed it: one person for one level of one plan.
 *
 * @param style   whether plan and qualification are named or have their codes; two rows of the same thing differ in it
 * @param mistake what is wrong in it; null if it is right
 */
record Row(
        Setting setting,
        Person person,
        Offer offer,
        int style,
        @Nullable RowMistake mistake) {

    static final Pattern RARE = Pattern.compile("[㛃𠮷䶮]");

    static Row right(Setting setting, Person person, Offer offer, int style) {
        return new Row(setting, person, offer, style, null);
    }

    static String kind(boolean isPublic) {
        return isPublic ? "社会考生" : "院校考生";
    }

    Row with(@Nullable RowMistake made, int otherStyle) {
        return new Row(setting, person, offer, otherStyle, made);
    }

    Map<Field, String> texts() {
        var texts = new EnumMap<Field, String>(Field.class);
        texts.put(Field.NAME, person.name());
        texts.put(Field.ID_NUMBER, person.idNumber());
        texts.put(Field.KIND, kind(person.isPublic()));
        texts.put(Field.COLLEGE, setting.college().name());
        texts.put(Field.SITE, setting.siteToWrite());
        texts.put(Field.PLAN, plan());
        texts.put(
                Field.QUALIFICATION,
                style / 2 % 2 == 0
                        ? offer.qualification().name()
                        : offer.qualification().code());
        texts.put(Field.LEVEL, offer.printedLevel());
        if (mistake != null) {
            texts.put(mistake.field(), Objects.requireNonNull(mistake.written(this)));
        }
        return texts;
    }

    private String plan() {
        var name = offer.plan().name();
        return style % 2 == 0 && setting.offers().isUnambiguous(name)
                ? name
                : offer.plan().code();
    }

    List<String> cells() {
        return List.copyOf(texts().values());
    }

    /** Why it must be refused, as field and code; empty if it must not. */
    Set<String> refusals() {
        var refusals = new HashSet<String>();
        if (mistake == null || mistake.isUnderstood()) {
            refusals.addAll(setting.refusals(person));
        }
        if (mistake != null) {
            refusals.add(mistake.problem());
        }
        return refusals;
    }

    boolean isTaken() {
        return refusals().isEmpty();
    }

    /** What it registers somebody for, if it is taken. */
    Entered entered() {
        return Entered.of(person, offer);
    }
}
