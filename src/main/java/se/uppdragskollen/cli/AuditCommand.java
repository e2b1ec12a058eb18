package se.uppdragskollen.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.uppdragskollen.audit.AuditChain;
import se.uppdragskollen.audit.AuditChain.Checkpoint;
import se.uppdragskollen.operation.KeptDatabase;

/**
 * {@code audit verify}: proves that the log of who did what is whole;
 * {@code audit checkpoint}: tells where it ends.
 */
@Command(name = "audit", sortOptions = false)
final class AuditCommand implements Callable<Integer> {

	private final Terminal terminal;

	@Mixin
	private final Options options = new Options();

	@Mixin
	private final DatabaseOptions database = new DatabaseOptions();

	@Parameters(paramLabel = "verify|checkpoint", descriptionKey = "verify|checkpoint")
	private String act = "";

	@Option(names = "--checkpoints", paramLabel = "FILE")
	private @Nullable Path checkpoints;

	AuditCommand(Terminal terminal) {
		this.terminal = terminal;
	}

	@Override
	public Integer call() throws IOException {
		if (!this.act.equals("verify") && !this.act.equals("checkpoint")) {
			this.terminal.note("audit.acts", this.act);
			return Exit.CANNOT_RUN;
		}
		List<Checkpoint> known = new ArrayList<>();
		if (this.checkpoints != null && !read(this.checkpoints, known)) {
			return Exit.CANNOT_RUN;
		}
		Optional<KeptDatabase> elsewhere = this.database.elsewhere();
		try (KeptDatabase kept = elsewhere.isPresent() ? elsewhere.get()
				: KeptDatabase.in(this.database.folder(), Options.cache())) {
			return this.act.equals("verify") ? verify(kept, known) : checkpoint(kept);
		}
	}

	/** A file that proves nothing is refused: it would look like a proof. */
	private boolean read(Path file, List<Checkpoint> known) throws IOException {
		List<String> lines = Files.readAllLines(file);
		for (int i = 0; i < lines.size(); i++) {
			Optional<Checkpoint> checkpoint = Checkpoint.parse(lines.get(i));
			if (checkpoint.isEmpty() && !lines.get(i).isBlank()) {
				this.terminal.note("audit.no-checkpoint", file, i + 1);
				return false;
			}
			checkpoint.ifPresent(known::add);
		}
		if (known.isEmpty()) {
			this.terminal.note("audit.no-checkpoints", file);
		}
		return !known.isEmpty();
	}

	private int checkpoint(KeptDatabase kept) {
		Optional<Checkpoint> head = kept.chain().head();
		head.ifPresent((one) -> this.terminal.line(one.toString()));
		return Exit.CLEAN;
	}

	private int verify(KeptDatabase kept, List<Checkpoint> known) {
		AuditChain.Proof proof = kept.chain().verify(known);
		if (proof.holds()) {
			this.terminal.say("audit.holds", proof.events(), known.size(),
					(proof.head() == null) ? "–" : proof.head().toString());
			return Exit.CLEAN;
		}
		this.terminal.say("audit.broken", proof.events());
		proof.faults().forEach((fault) -> this.terminal.say("audit.fault-" + fault.kind(), fault.seq()));
		return Exit.FINDINGS;
	}

}
