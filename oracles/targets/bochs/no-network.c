/*
 * Loaded before Bochs's libraries: its display is a VNC server that accepts whoever comes, on all of the computer's
 * addresses. Here nobody can come: no socket is bound, none listens, and nothing is ever accepted.
 */
#include <sys/socket.h>
#include <unistd.h>

int bind(int socket, const struct sockaddr *address, socklen_t length)
{
	(void)socket;
	(void)address;
	(void)length;
	return 0;
}

int listen(int socket, int backlog)
{
	(void)socket;
	(void)backlog;
	return 0;
}

/* The server's thread waits here for as long as Bochs runs. */
int accept(int socket, struct sockaddr *address, socklen_t *length)
{
	(void)socket;
	(void)address;
	(void)length;
	for (;;)
		pause();
}
