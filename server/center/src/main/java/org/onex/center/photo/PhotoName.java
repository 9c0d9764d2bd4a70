package org.onex.center.photo;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.onex.contract.kernel.IdNumber;

/**
 * The name of a photo's file (照片文件名), which says whose photo it is: {@code <ID number>.jpg}.
 *
 * <p>A photo at the wrong person is worse than a photo refused, so a name is accepted only when it holds one number of 18 characters with a
 * right check character, and nothing else but what cannot change whose it is:
 *
 * <ul>
 *   <li>spaces, full-width characters, a lower-case x, invisible characters that copying brings along;
 *   <li>an extension in any case, doubled ({@code .jpg.jpg}), missing or untrue, because the content decides;
 *   <li>what Windows adds to a copy: {@code (1)}, {@code - 副本}, {@code 复件};
 *   <li>a person's name in Chinese characters before or after the number. It is handed on in {@link #personName} and has to be held against the
 *       candidate's: where the two differ, nobody knows which of them is right.
 * </ul>
 *
 * Two numbers, a number with further digits ({@code -1}, {@code _2}) or Latin letters are refused. Prints itself masked.
 */
final class PhotoName {

    private static final int LONGEST = 255;
    private static final int DIGITS_SHOWN_AT_EACH_END = 4;

    private static final Pattern EXTENSION = Pattern.compile("(\\.[a-z][a-z0-9]{1,4})+$", Pattern.CASE_INSENSITIVE);
    private static final String PERSON = "((?!的?副本|复件|复制)[\\p{IsHan}·•]{2,20})?";
    private static final Pattern FORM = Pattern.compile("(?:复件|副本)?(?:\\(\\d{1,2}\\))?" + PERSON
            + "[-_+]?(?<number>\\d{17}[\\dX])[-_+]?" + PERSON + "(?:-?(?:的?副本|复制|COPY))?(?:\\(\\d{1,2}\\))*");

    private final String text;
    private final @Nullable IdNumber idNumber;
    private final @Nullable String personName;

    private PhotoName(String text, @Nullable IdNumber idNumber, @Nullable String personName) {
        this.text = text;
        this.idNumber = idNumber;
        this.personName = personName;
    }

    /** @param path as it stands in an archive; folders, drives and climbing up are cut off, whichever way the slashes lean */
    static PhotoName lastOf(String path) {
        int start = Math.max(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')), path.lastIndexOf(':')) + 1;
        var text = path.substring(start).replaceAll("\\p{Cc}", "�");
        return parsed(text.length() <= LONGEST ? text : text.substring(0, LONGEST));
    }

    private static PhotoName parsed(String text) {
        var compact = IdNumber.normalized(text.replaceAll("\\p{Cf}", ""));
        var match = FORM.matcher(EXTENSION.matcher(compact).replaceFirst(""));
        if (!match.matches() || (match.group(1) != null && match.group(3) != null)) {
            return new PhotoName(text, null, null);
        }
        try {
            var idNumber = IdNumber.of(match.group("number"));
            return new PhotoName(text, idNumber, match.group(1) != null ? match.group(1) : match.group(3));
        } catch (IllegalArgumentException e) {
            return new PhotoName(text, null, null);
        }
    }

    /** As it was sent. May hold an ID number: for those who may see it, and never for a log. */
    String text() {
        return text;
    }

    /** Whose photo it is. */
    Optional<IdNumber> idNumber() {
        return Optional.ofNullable(idNumber);
    }

    /** What the file says the person is called; whoever takes the photo in compares it with the candidate's name. */
    Optional<String> personName() {
        return Optional.ofNullable(personName);
    }

    /** Why nobody knows whose photo it is. */
    Optional<PhotoProblem> problem() {
        return idNumber == null
                ? Optional.of(PhotoProblem.of(PhotoProblem.Code.NAME_NOT_AN_ID_NUMBER))
                : Optional.empty();
    }

    /** Equal for two files of which at most one can be meant. */
    String key() {
        return idNumber == null ? IdNumber.normalized(text) : idNumber.value();
    }

    /** The name with all digits but the first and the last four hidden, also where they are no valid ID number. */
    String masked() {
        int[] characters = text.codePoints().toArray();
        int digits = 0;
        for (int i = 0; i < characters.length; i++) {
            digits += isOfANumber(characters, i) ? 1 : 0;
        }
        var masked = new StringBuilder();
        int seen = 0;
        for (int i = 0; i < characters.length; i++) {
            boolean digit = isOfANumber(characters, i);
            boolean shown = seen < DIGITS_SHOWN_AT_EACH_END || seen >= digits - DIGITS_SHOWN_AT_EACH_END;
            masked.appendCodePoint(digit && !shown ? '*' : characters[i]);
            seen += digit ? 1 : 0;
        }
        return masked.toString();
    }

    @Override
    public String toString() {
        return masked();
    }

    /** A check character X counts as a digit, or one digit more would show. */
    private static boolean isOfANumber(int[] characters, int i) {
        int c = Character.toUpperCase(characters[i]);
        return Character.isDigit(c) || (i > 0 && Character.isDigit(characters[i - 1]) && (c == 'X' || c == 'Ｘ'));
    }
}
