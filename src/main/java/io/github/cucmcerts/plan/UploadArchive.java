package io.github.cucmcerts.plan;

import io.github.cucmcerts.text.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes the files to upload as one file, {@code uploads.zip}, with the list of their digests. */
public final class UploadArchive {
    /** The zip format has local times, and before 2 January 1980 Java adds the time zone of the computer. */
    private static final LocalDateTime FIXED = LocalDateTime.of(2000, 1, 1, 0, 0);

    private UploadArchive() {}

    /**
     * Writes the files and their digests; the same files give the same bytes on every computer.
     *
     * @param files the content by name
     */
    public static void write(Map<String, byte[]> files, OutputStream output) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(output);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            add(file.getKey(), file.getValue(), zip);
        }
        add(Sha256.SUMS, Sha256.lines(files).getBytes(StandardCharsets.US_ASCII), zip);
        zip.finish();
    }

    /** Not compressed, because compressed bytes differ between versions of the compressor. */
    private static void add(String name, byte[] content, ZipOutputStream zip) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        entry.setTimeLocal(FIXED);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
