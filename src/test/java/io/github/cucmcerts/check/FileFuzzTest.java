package io.github.cucmcerts.check;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/** No file, whatever its bytes and name, hangs or breaks the decoder or gets lost. */
class FileFuzzTest {
    @TempDir
    private Path directory;

    static List<byte[]> seeds() {
        return Seeds.all();
    }

    @Timeout(20)
    @DictionaryFile(resourcePath = "x509.dict")
    @MethodSource("seeds")
    @FuzzTest
    void everyFileIsReported(byte[] bytes) throws IOException {
        HostileFile.only(directory).decode(bytes);
    }
}
