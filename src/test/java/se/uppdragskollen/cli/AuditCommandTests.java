package se.uppdragskollen.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A proof is never given by a file that proves nothing.
 */
class AuditCommandTests {

	@TempDir
	private Path folder;

	@Test
	void refusesAFileThatHoldsNoCheckpoints() throws IOException {
		Path other = Files.writeString(this.folder.resolve("other.txt"), "\nkaka\n");
		Path empty = Files.writeString(this.folder.resolve("empty.txt"), "\n");
		assertThat(verify(other)).isEqualTo("2 Rad 2 i " + other + " är ingen kontrollpunkt. Den ska börja med ett "
				+ "löpnummer och en kontrollsumma, som audit checkpoint skriver dem. Rätta eller ta bort raden.");
		assertThat(verify(empty)).isEqualTo("2 Filen " + empty + " har inga kontrollpunkter. Ange en fil som tjänsten "
				+ "eller audit checkpoint har skrivit.");
	}

	private String verify(Path checkpoints) {
		Shell shell = Shell.run("audit", "verify", "--data", this.folder.toString(), "--checkpoints",
				checkpoints.toString());
		return shell.status() + " " + shell.err().strip();
	}

}
