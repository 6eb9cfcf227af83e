package vivarium.execute.cache;

import java.util.List;
import vivarium.engine.python.Job;
import vivarium.engine.python.PythonPackage;

/**
 * Stands for a job and for the engine that ran it.
 *
 * @param hex 64 hexadecimal digits
 */
record CacheKey(String hex) {
  static CacheKey of(String build, Job job) {
    Digest digest =
        new Digest()
            .with(CacheEntry.FORMAT)
            .with(build)
            .with(job.clock().toString())
            .with(job.cells().size());
    for (List<PythonPackage> packages : List.of(job.packages().wanted(), job.packages().others())) {
      digest.with(packages.size());
      packages.forEach(each -> digest.with(each.fileName()).with(each.sha256()));
    }
    digest.with(job.files().folder()).with(job.files().files().size());
    job.files().files().forEach(file -> digest.with(file.path()).with(file.sha256()));
    for (Job.Code code : job.cells()) {
      // The limit too: who lowers it wants to see whether the cell still keeps it.
      digest.with(code.cell()).with(code.env()).with(code.code()).with(code.limit().toString());
      digest.with(code.input().size());
      code.input().forEach(digest::with);
      digest.with(code.figures());
    }
    return new CacheKey(digest.hex());
  }
}
