#pragma once
#include <stddef.h>
#include <sys/types.h>

/// Accepts a connection that does not block and is not passed to child processes, with Nagle's delay off.
/// Returns its descriptor or the negative error number.
int clinux_accept(int listener);

/// Sends without raising SIGPIPE. Returns the number of bytes taken or the negative error number.
ssize_t clinux_send(int socket, const void *bytes, size_t count);

/// Receives what is there. Returns the number of bytes, 0 at the end of input, or the negative error number.
ssize_t clinux_receive(int socket, void *bytes, size_t count);

/// Raises the number of descriptors that the process may have open as far as it may itself. Returns that number.
long clinux_descriptors(void);

/// The number of processors that the scheduler may run the calling thread on, or the negative error number.
int clinux_affinity(void);
