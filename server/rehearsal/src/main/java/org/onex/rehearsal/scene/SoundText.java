package org.onex.rehearsal.scene;

/** A good text (合格文案) as a rehearsal has it: whoever knows how to write one begins it so, and whoever marks it knows a good one when reading it. */
public final class SoundText {

    private static final String BEGINNING = "演练文案：依据资料，数据准确，条件清楚。";

    private SoundText() {}

    /**
     * @param rest whatever else is written, of which the end is left out if all of it is too long
     * @param most how long it may be
     */
    public static String with(String rest, int most) {
        var room = most - BEGINNING.length();
        return BEGINNING + (rest.length() <= room ? rest : rest.substring(0, room));
    }

    public static boolean is(String text) {
        return text.startsWith(BEGINNING);
    }
}
