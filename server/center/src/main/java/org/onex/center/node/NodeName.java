package org.onex.center.node;

import java.util.regex.Pattern;

/** What may stand for the name of an exam server and for the version that runs on it. */
final class NodeName {

    private static final int LONGEST = 40;
    private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z][0-9A-Za-z.+-]{0,39}");

    private NodeName() {}

    /** What a site calls a machine is shown in lists and lines: at most 40 characters, none of them invisible. */
    static boolean isName(String text) {
        return !text.isBlank()
                && text.strip().equals(text)
                && text.codePointCount(0, text.length()) <= LONGEST
                && text.codePoints()
                        .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
    }

    static boolean isVersion(String text) {
        return VERSION.matcher(text).matches();
    }
}
