package org.onex.center.script;

import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Everything that an exam server has of a bundle, as it says (回收清单).
 *
 * @param version that was installed there
 * @param files   of the scripts, and the record last
 */
record AnnouncedList(int version, int record, List<ReturnedFile.Listed> files) {

    static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private static final int MOST_SCRIPTS = 20_000;
    /** Of all files of a list together; what is on its way lies in the database. */
    private static final long MOST_IN_ALL = 2L * 1024 * 1024 * 1024;

    AnnouncedList {
        files = List.copyOf(files);
    }

    /**
     * @throws ScriptRefused if something of it cannot be
     */
    static AnnouncedList of(ReturnController.ReturnAnnouncement said) {
        require(said.version() > 0, "version");
        var record = said.record();
        var last = new ReturnedFile.Listed(null, record.number(), record.sha256(), record.bytes());
        require(isPossible(last), "record");
        require(said.scripts().size() <= MOST_SCRIPTS, "scripts");
        var scripts = said.scripts().stream()
                .map(one -> new ReturnedFile.Listed(one.attempt(), one.revision(), one.sha256(), one.bytes()))
                .toList();
        require(scripts.stream().allMatch(AnnouncedList::isPossible), "scripts");
        var files = Stream.concat(scripts.stream(), Stream.of(last)).toList();
        require(files.stream().mapToLong(ReturnedFile.Listed::bytes).sum() <= MOST_IN_ALL, "bytes");
        var attempts = new HashSet<UUID>();
        var names = new HashSet<String>();
        require(said.scripts().stream().allMatch(one -> attempts.add(one.attempt())), "scripts");
        require(files.stream().allMatch(one -> names.add(one.sha256())), "scripts");
        return new AnnouncedList(said.version(), record.number(), files);
    }

    private static boolean isPossible(ReturnedFile.Listed one) {
        return one.revision() > 0
                && SHA256.matcher(one.sha256()).matches()
                && one.bytes() > 0
                && one.bytes() <= SealedReturn.MOST_BYTES;
    }

    private static void require(boolean right, String field) {
        if (!right) {
            throw ScriptRefused.invalid(field);
        }
    }

    /**
     * @throws ScriptRefused if a script in it was never packed
     */
    void requireWithin(PackedRuns packed) {
        for (var file : files) {
            if (file.script() != null && !packed.runs().containsKey(file.script())) {
                throw ScriptRefused.attemptUnknown(file.script());
            }
        }
    }
}
