package io.github.cucmcerts.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages files as transfers, editors and attackers do. The same seed gives the same files. */
final class Mutation {
    private static final int[] LENGTHS = {0x00, 0x01, 0x7f, 0x80, 0x81, 0x82, 0x84, 0x88, 0xff};

    private final Random random;
    private final List<byte[]> seeds;

    Mutation(long seed, List<byte[]> seeds) {
        random = new Random(seed);
        this.seeds = seeds;
    }

    /** The file with one to four damages of any kind. */
    byte[] of(byte[] file) {
        byte[] broken = file;
        for (int i = random.nextInt(4); i >= 0; i--) {
            broken = once(broken);
        }
        return broken;
    }

    private byte[] once(byte[] file) {
        if (file.length == 0) {
            return seeds.get(random.nextInt(seeds.size()));
        }
        int at = random.nextInt(file.length);
        return switch (random.nextInt(7)) {
            case 0 -> set(file, at, file[at] ^ 1 << random.nextInt(8));
            case 1 -> set(file, at, random.nextInt(256));
            case 2 -> Arrays.copyOf(file, at);
            case 3 -> joined(file, at, seeds.get(random.nextInt(seeds.size())), random);
            case 4 -> without(file, at, 1 + random.nextInt(16));
            case 5 -> length(file);
            default -> element(file, at);
        };
    }

    private static byte[] set(byte[] file, int at, int value) {
        byte[] changed = file.clone();
        changed[at] = (byte) value;
        return changed;
    }

    /** The file up to that position, and the end of another file. */
    private static byte[] joined(byte[] file, int at, byte[] other, Random random) {
        int from = other.length == 0 ? 0 : random.nextInt(other.length);
        byte[] joined = Arrays.copyOf(file, at + other.length - from);
        System.arraycopy(other, from, joined, at, other.length - from);
        return joined;
    }

    private static byte[] without(byte[] file, int at, int count) {
        int end = Math.min(file.length, at + count);
        byte[] less = Arrays.copyOf(file, file.length - (end - at));
        System.arraycopy(file, end, less, at, file.length - end);
        return less;
    }

    /** Writes a different length after a DER tag. */
    private byte[] length(byte[] file) {
        List<Integer> elements = elements(file);
        return elements.isEmpty()
                ? file
                : set(file, elements.get(random.nextInt(elements.size())) + 1, LENGTHS[random.nextInt(LENGTHS.length)]);
    }

    /** Writes the bytes of one DER element over another element. */
    private byte[] element(byte[] file, int at) {
        List<Integer> elements = elements(file);
        if (elements.isEmpty()) {
            return set(file, at, 0);
        }
        byte[] changed = file.clone();
        int from = elements.get(random.nextInt(elements.size()));
        int to = elements.get(random.nextInt(elements.size()));
        int count = Math.min(file.length - Math.max(from, to), 2 + (file[from + 1] & 0x7f));
        System.arraycopy(file, from, changed, to, count);
        return changed;
    }

    /** The positions at which DER elements begin. */
    private static List<Integer> elements(byte[] file) {
        List<Integer> elements = new ArrayList<>();
        for (int at = 0; at + 1 < file.length && file[0] == 0x30; ) {
            elements.add(at);
            int length = file[at + 1] & 0xff;
            boolean constructed = (file[at] & 0x20) != 0;
            at += constructed
                    ? 2 + (length > 0x80 ? length & 0x7f : 0)
                    : 2 + (length < 0x80 ? length : (length & 0x7f) + longLength(file, at + 2, length & 0x7f));
            if (at < 0) {
                break;
            }
        }
        return elements;
    }

    private static int longLength(byte[] file, int from, int count) {
        int length = 0;
        for (int i = from; i < from + count && i < file.length; i++) {
            length = length << 8 | file[i] & 0xff;
        }
        return length & 0xffff;
    }
}
