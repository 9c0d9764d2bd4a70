package org.onex.rehearsal.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** Everybody who takes part, college by college; the same options make the same people. */
final class Crowd {

    private static final String[] SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗".split("");
    private static final String[] GIVEN = "子轩 雨桐 浩然 欣怡 宇航 梓涵 俊杰 诗琪 博文 佳怡 明 静 磊 婷 伟 芳 思远 若曦 嘉豪 雅琪".split(" ");
    /** The first has all of the characters, so that the smallest rehearsal prints them. */
    private static final String[] RARE = {"张㛃䶮𠮷", "王𠮷", "刘䶮", "欧阳𠮷瑞", "李㛃怡"};

    private static final String[] DOTTED = {"买买提·艾力", "阿依古丽·吐尔逊"};
    private static final int YOUNGEST = 18;
    private static final int YEARS = 3;
    /** Of so many one is another name's, one is nobody's, and one the identity service does not want to hear of at first. */
    private static final int ROUND = 20;
    /** Only among so many, because each costs the whole batch another try, later every time. */
    private static final int FIRST = 100;

    private final List<List<Person>> colleges;

    private Crowd(List<List<Person>> colleges) {
        this.colleges = colleges;
    }

    /**
     * @param people   how many in all
     * @param colleges how many they are spread over; one of them is at two if there are as many
     * @param year     of the exam
     * @param seed     another one makes other people
     */
    static Crowd of(int people, int colleges, int year, long seed) {
        var maker = new Maker(colleges, year, seed, FIRST);
        var spread = new ArrayList<List<Person>>();
        for (var i = 0; i < colleges; i++) {
            spread.add(new ArrayList<>());
        }
        for (var i = 0; i < people; i++) {
            spread.get(i % colleges).add(maker.person(i));
        }
        if (colleges > 1 && people > 0) {
            var wanderer = spread.getFirst().getFirst();
            spread.get(1).addFirst(wanderer.at("转入2301班", "T" + wanderer.studentNumber()));
        }
        return new Crowd(spread);
    }

    /** The people of one college, among whom is nobody of whom the identity service does not want to hear. */
    static List<Person> ofOneCollege(int people, int year, long seed) {
        var maker = new Maker(1, year, seed, 0);
        return IntStream.range(0, people).mapToObj(maker::person).toList();
    }

    List<Person> at(int college) {
        return List.copyOf(colleges.get(college));
    }

    private static final class Maker {

        private final Random chance;
        private final Set<String> taken = new HashSet<>();
        private final int colleges;
        private final int year;
        private final int unheard;

        /**
         * @param unheard among so many there are some of whom the identity service does not want to hear at first
         */
        Maker(int colleges, int year, long seed, int unheard) {
            this.unheard = unheard;
            this.chance = new Random(seed);
            this.colleges = colleges;
            this.year = year;
        }

        Person person(int index) {
            var isPublic = index % colleges == 0 && index / colleges % 6 == 4;
            var name = name(index);
            var entryYear = year - 2 + index % 2;
            return new Person(
                    number(index),
                    name,
                    isPublic,
                    nation(index, name),
                    "120%08d".formatted(chance.nextInt(100_000_000)),
                    isPublic ? "" : "电商%02d%02d班".formatted(entryYear % 100, 1 + index / colleges % 4),
                    "%d%02d%05d".formatted(entryYear, index % colleges + 1, index + 1),
                    entryYear);
        }

        private String number(int index) {
            while (true) {
                var birth = LocalDate.of(year - YOUNGEST - YEARS, 1, 1).plusDays(chance.nextInt(YEARS * 365));
                var number = IdNumbers.of(birth, sequence(index));
                if (taken.add(number)) {
                    return number;
                }
            }
        }

        private int sequence(int index) {
            return switch (index % ROUND) {
                case 7 -> 900 + chance.nextInt(40);
                case 13 -> 940 + chance.nextInt(20);
                case 17 -> index < unheard ? 960 + chance.nextInt(10) : 1 + chance.nextInt(899);
                default -> 1 + chance.nextInt(899);
            };
        }

        private String name(int index) {
            if (index % 12 == 3) {
                return RARE[index / 12 % RARE.length];
            }
            if (index % 17 == 9) {
                return DOTTED[index / 17 % DOTTED.length];
            }
            return SURNAMES[chance.nextInt(SURNAMES.length)] + GIVEN[chance.nextInt(GIVEN.length)];
        }

        private static String nation(int index, String name) {
            if (name.contains("·")) {
                return "维吾尔族";
            }
            return index % 9 == 4 ? "回族" : "汉族";
        }
    }
}
