//! Where a call runs: in a runtime, beside one, and without any.

use std::pin::pin;
use std::task::{Context, Poll, Waker};

use tintype_runtime_tests::clerk::Clerk;
use tintype_runtime_tests::runtime::{
    BoxFuture, Error, ErrorKind, HttpRequest, HttpResponse, Transport, TransportError,
};
use tokio::runtime::Builder;
use tokio::task::{block_in_place, spawn_blocking};

use crate::mocked;

/// Never answers, and waits as transports do that say nothing about it.
struct Silent;

impl Transport for Silent {
    fn send(&self, _: HttpRequest) -> BoxFuture<'_, Result<HttpResponse, TransportError>> {
        Box::pin(std::future::pending())
    }
}

/// The error of a call that is polled once.
fn polled(clerk: &Clerk) -> Error {
    let call = pin!(clerk.users().list_users().into_future());
    let result = match call.poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(result) => result.err(),
        Poll::Pending => None,
    };
    result.unwrap()
}

#[test]
fn without_a_runtime_or_its_timer_a_call_is_an_error() {
    let bare = Builder::new_current_thread().build().unwrap();
    let own = Clerk::builder("sk").transport(Silent).build().unwrap();
    for clerk in [Clerk::new("sk"), own] {
        for error in [polled(&clerk), bare.block_on(async { polled(&clerk) })] {
            assert_eq!(error.kind(), ErrorKind::Configuration);
            assert!(error.to_string().contains("there is no timer"), "{error}");
            assert!(!error.was_sent());
        }
    }
}

fn call() -> Result<Vec<String>, Error> {
    mocked().0.users().list_users().call()
}

fn is_refused() -> bool {
    call().is_err_and(|error| error.kind() == ErrorKind::Configuration)
}

#[test]
fn a_thread_that_may_block_may_call() {
    let runtime = Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(async {
        assert_eq!(spawn_blocking(call).await.unwrap().unwrap(), ["user_1"]);
        let in_place = tokio::spawn(async { block_in_place(call) });
        assert_eq!(in_place.await.unwrap().unwrap(), ["user_1"]);
        assert_eq!(block_in_place(call).unwrap(), ["user_1"]);
    });
    let _entered = runtime.enter();
    assert_eq!(call().unwrap(), ["user_1"]);
}

#[test]
fn a_task_that_would_stall_others_may_not() {
    for runtime in [
        Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .unwrap(),
        Builder::new_current_thread().enable_all().build().unwrap(),
    ] {
        runtime.block_on(async {
            assert!(is_refused());
            assert!(tokio::spawn(async { is_refused() }).await.unwrap());
            let local = tokio::task::LocalSet::new();
            assert!(local.run_until(async { is_refused() }).await);
            // What was counted is not missing afterwards.
            tokio::task::yield_now().await;
            assert_eq!(mocked().0.users().list_users().await.unwrap(), ["user_1"]);
        });
    }
}
