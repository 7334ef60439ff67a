import Glibc
import Tensor

/// OpenBLAS picks its kernels while it is loaded, by a list of processors, and takes one that is younger than itself for a Pentium 4: matrix
/// products are then several times slower than they need be. The only way to choose for it is the environment of a new start.
enum YoungProcessor {
    private static let variable = "OPENBLAS_CORETYPE"

    /// Starts the program anew, under the same process number and with the same arguments, if OpenBLAS has not recognised the processor.
    ///
    /// Whoever has set the variable has chosen; so nothing is done twice either.
    static func restartIfUnrecognised() {
        guard getenv(variable) == nil, let family = Compute.betterBLASFamily else { return }
        setenv(variable, family, 1)
        execv("/proc/self/exe", CommandLine.unsafeArgv)
        // It could not be started: the slow kernels are right as well.
        unsetenv(variable)
    }
}
